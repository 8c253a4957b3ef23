import Delivery
import LoopbackServers
import Testing

/// What every test of the network stands on.
@Suite struct LoopbackServerTests {
  /// A closed socket's number is soon another's, which a second stop must leave alone.
  @Test(.ownThread) func stoppingTwiceTouchesNoOtherServer() async throws {
    let stopped = try (0..<8).map { _ in try ScriptedSMTP() }
    for server in stopped { server.stop() }
    for _ in 0..<4 {
      let servers = try (0..<8).map { _ in try ScriptedSMTP() }
      for server in stopped { server.stop() }
      for server in servers {
        let transport = try SMTPOutcomeTests.transport(to: server.port)
        _ = try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
        for stopped in stopped { stopped.stop() }
        _ = try await transport.deliver(Sample.parcel(to: Sample.address("bo")))
        #expect(server.connections == 1)
        await transport.close()
        server.stop()
      }
    }
  }
}
