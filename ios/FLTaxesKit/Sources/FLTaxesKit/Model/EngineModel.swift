import FLCore
import Foundation
import Observation

/// What the views draw, and where their touches go. It decides nothing: the newest screen of the core is the truth.
@MainActor @Observable public final class EngineModel {
  public private(set) var phase = Phase.starting
  /// What was last seen of each page on the way to here; what is shown is the last of them.
  private(set) var trail: [FLCore.Screen] = []
  private var typed = TypedTexts()

  @ObservationIgnored private let open: @MainActor () throws -> any EngineProtocol
  @ObservationIgnored private var engine: (any EngineProtocol)?
  @ObservationIgnored private var newest: Newest?
  /// A link that came before there was an engine.
  @ObservationIgnored private var early: URL?

  /// `open` makes an engine; it is called again where a person starts again after a failure.
  public init(open: @escaping @MainActor () throws -> any EngineProtocol) {
    self.open = open
  }

  /// The app stands in front of a person. Nothing is opened before that: the system runs an app ahead of time too, even on a phone that
  /// is locked, where files and secrets are refused. What was refused for such a reason is tried again.
  public func cameToFront() {
    switch phase {
    case .starting, .failed(.system): start()
    case .showing, .closed, .failed: break
    }
  }

  /// Opens the engine and shows its screens from now on. Does nothing while one is open.
  public func start() {
    guard engine == nil else { return }
    phase = .starting
    do {
      try checkLibrary()
      let engine = try open()
      self.engine = engine
      let newest = Newest { [weak self] in
        Task { @MainActor [weak self] in self?.catchUp() }
      }
      self.newest = newest
      show(try engine.screen())
      try engine.subscribe(listener: newest)
    } catch {
      return fail(error)
    }
    if let link = early {
      early = nil
      follow(link)
    }
  }

  /// Takes the newest screen, where there is one that is not shown yet.
  public func catchUp() {
    guard let screen = newest?.take() else { return }
    show(screen)
  }

  private func show(_ screen: FLCore.Screen) {
    typed.take(over: screen)
    let pages = trail.followed(by: screen)
    if trail != pages { trail = pages }
    let next = Phase.showing(screen)
    if phase != next { phase = next }
  }

  /// What is on the screen; none before the start and after the end.
  public var screen: FLCore.Screen? {
    if case .showing(let screen) = phase { screen } else { nil }
  }

  /// Hands back what a block carries. Once the engine is closed nothing happens.
  public func send(_ touch: FLCore.Touch) { tell { try $0.touch(touch: touch) } }

  /// The same, for a control that waits for an end: the screen tells of the rest.
  nonisolated func sending(_ touch: FLCore.Touch) -> @Sendable () async -> Void {
    { await self.send(touch) }
  }

  /// A person went back the platform's way.
  public func back() { tell { try $0.back() } }

  /// The system gave the app a link. The newest one waits for an engine that is not open yet.
  public func follow(_ link: URL) {
    if engine == nil && phase != .closed { early = link }
    tell { try $0.follow(link: link.absoluteString) }
  }

  /// The device has a network again.
  public func networkIsBack() { tell { try $0.networkIsBack() } }

  private func tell(_ what: (any EngineProtocol) throws -> Void) {
    guard let engine else { return }
    do { try what(engine) } catch { fail(error) }
  }

  /// A picture that the screen names.
  public func picture(_ key: String) -> Data? {
    (try? engine?.asset(key: key))??.bytes
  }

  /// Ends it. What was typed is dropped; a second call does nothing.
  public func close() {
    early = nil
    guard let engine = letGo() else { return }
    phase = .closed
    try? engine.shutdown()
  }

  private func fail(_ error: any Error) {
    let engine = letGo()
    if let error = error as? CoreError, error == .Closed {
      phase = .closed
    } else {
      phase = .failed(Trouble(error))
    }
    try? engine?.shutdown()
  }

  private func letGo() -> (any EngineProtocol)? {
    defer { engine = nil }
    newest = nil
    trail = []
    typed.drop()
    return engine
  }
}

// What controls bind to.
extension EngineModel {
  /// The text in a field; every change goes to the core.
  public subscript(typed field: FLCore.Field) -> String {
    get { typed[field.id] ?? field.value }
    set {
      guard let text = typed[field.id], text != newValue else { return }
      typed.set(field.id, to: newValue)
      tell { try $0.typed(field: field.id, text: newValue) }
    }
  }

  /// Whether it is on: as the core says, until the core says otherwise.
  public subscript(isOn toggle: FLCore.Toggle) -> Bool {
    get { toggle.on }
    set { if newValue != toggle.on { send(toggle.touch) } }
  }

  /// The rooms one can go to: a page that lies over one of them leaves them where they are.
  var tabs: [FLCore.Tab] { trail.room.first?.tabs ?? [] }

  /// The key of the tab that is shown.
  public var selectedTab: String {
    get { tabs.first { $0.selected }?.key ?? "" }
    set {
      guard let tab = tabs.first(where: { $0.key == newValue }), !tab.selected else { return }
      send(tab.touch)
    }
  }

  /// The pages over the first one of the room, as the system pushes and pops them.
  public var pushed: [[String]] {
    get { trail.room.dropFirst().map(\.path) }
    set {
      let gone = pushed.count - newValue.count
      guard gone > 0 else { return }
      // The page below is seen at once, as it was last; what the core says of it comes after.
      show(trail[trail.count - 1 - gone])
      for _ in 0..<gone { back() }
    }
  }

  /// The last that was seen of this page.
  func page(_ path: [String]) -> FLCore.Screen? { trail.first { $0.path == path } }

  /// Whether any text is held at all, a secret above all.
  var hasTyped: Bool { !typed.isEmpty }

  var words: ShellWords {
    screen.map { ShellWords($0.appearance.language) } ?? .ofDevice
  }
}

extension EngineModel {
  /// The next field that can be typed into.
  func fieldAfter(_ key: String) -> String? {
    let fields = screen?.blocks.compactMap { block -> FLCore.Field? in
      if case .field(let field) = block { field } else { nil }
    }
    guard let fields, let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields[(index + 1)...].first { $0.enabled }?.key
  }
}
