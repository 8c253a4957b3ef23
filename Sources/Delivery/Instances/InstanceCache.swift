import Foundation
import Tidings

/// What servers said of their limits, a file each; any of them may be deleted at any time.
public struct InstanceCache: Sendable {
  public let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  /// What the server said when it was asked last; nil when it was not, or its file is damaged.
  public func limits(of instance: InstanceName) -> InstanceLimits? {
    guard let bytes = try? FileBytes(at: path(of: instance)).bytes,
      let limits = try? JSONDecoder().decode(InstanceLimits.self, from: Data(bytes)),
      limits.instance == instance.text, limits.areSound
    else { return nil }
    return limits
  }

  /// Puts `limits` in the place of an earlier answer, whole or not at all.
  /// - Throws: `InstanceError` when the system refuses it.
  public func keep(_ limits: InstanceLimits, of instance: InstanceName) throws(InstanceError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try StableJSON.data(limits).write(
        to: URL(filePath: path(of: instance)), options: .atomic)
    } catch {
      throw InstanceError("\(path(of: instance)): the answer cannot be kept")
    }
  }

  private func path(of instance: InstanceName) -> String { "\(folder)/\(instance.text).json" }
}
