/// Tells when a network is back: once for each time that there was none.
public struct NetworkEdge: Sendable {
  private var wasAway = false

  public init() {}

  /// What the system says now; `true` where a network is back.
  public mutating func isBack(_ reachable: Bool) -> Bool {
    defer { wasAway = !reachable }
    return reachable && wasAway
  }
}
