/// Lends each member to one borrower at a time, in the order in which they asked.
actor Pool<Member: Sendable> {
  nonisolated let members: [Member]
  /// The last one returned is lent first, so that few connections stay busy and warm.
  private var idle: [Member]
  private var waiting: [CheckedContinuation<Member, Never>] = []

  init(_ members: [Member]) {
    self.members = members
    idle = members.reversed()
  }

  func take() async -> Member {
    if let member = idle.popLast() { return member }
    return await withCheckedContinuation { waiting.append($0) }
  }

  func give(_ member: Member) {
    if waiting.isEmpty {
      idle.append(member)
    } else {
      waiting.removeFirst().resume(returning: member)
    }
  }
}
