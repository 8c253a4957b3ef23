import Crypto
import CryptoExtras
import Foundation
import Tidings

extension Benchmarks {
  /// Personalised messages of about 60 KB signed with RSA of 2048 bits, beside the signature alone.
  static func signingRSA(_ samples: Samples) -> Benchmark {
    signing(
      samples, name: "messages of 60 KB signed with RSA-2048", count: 1_000,
      key: { try DKIMPrivateKey(rsaBits: 2048) },
      bare: { count in
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        return try await rate(of: count) {
          for number in 0..<count {
            let digest = SHA256.hash(data: Data("\(number)".utf8))
            _ = try key.signature(for: digest, padding: .insecurePKCS1v1_5)
          }
        }
      })
  }

  /// The same with Ed25519.
  static func signingEd25519(_ samples: Samples) -> Benchmark {
    signing(
      samples, name: "messages of 60 KB signed with Ed25519", count: 5_000,
      key: { DKIMPrivateKey.ed25519() },
      bare: { count in
        let key = Curve25519.Signing.PrivateKey()
        return try await rate(of: count) {
          for number in 0..<count {
            _ = try key.signature(for: Data(SHA256.hash(data: Data("\(number)".utf8))))
          }
        }
      })
  }

  private static func signing(
    _ samples: Samples, name: String, count: Int, key: @escaping () throws -> DKIMPrivateKey,
    bare: @escaping (Int) async throws -> Double
  ) -> Benchmark {
    Benchmark(
      name: name, unit: "messages/s",
      run: {
        let identity = try DKIMIdentity(domain: "example.org", selector: "s1")
        let encoder = try MessageEncoder(
          message(now: samples.now), signers: [DKIMSigner(identity: identity, key: key())])
        let readers = try (0..<count).map { number in
          Recipient(
            mailbox: try Mailbox(
              name: "Änne Reader \(number)",
              address: EmailAddress("reader\(number)@example.org")))
        }
        return try await rate(of: count) {
          for reader in readers { _ = try encoder.bytes(for: reader) }
        }
      },
      peer: .init(name: "the bare signature", run: { try await bare(count) }))
  }
}
