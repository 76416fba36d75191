import FLCore
import Foundation
import Observation

/// What the views draw, and where their touches go. It decides nothing: the newest screen of the core is the truth.
@MainActor @Observable public final class EngineModel {
  public private(set) var phase = Phase.starting
  private var typed = TypedTexts()

  @ObservationIgnored private let open: @MainActor () throws -> any EngineProtocol
  @ObservationIgnored private var engine: (any EngineProtocol)?
  @ObservationIgnored private var newest: Newest?

  /// `open` makes an engine; it is called again where a person starts again after a failure.
  public init(open: @escaping @MainActor () throws -> any EngineProtocol) {
    self.open = open
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
        Task { @MainActor in self?.catchUp() }
      }
      self.newest = newest
      show(try engine.screen())
      try engine.subscribe(listener: newest)
    } catch {
      fail(error)
    }
  }

  /// Takes the newest screen, where there is one that is not shown yet.
  public func catchUp() {
    guard let screen = newest?.take() else { return }
    show(screen)
  }

  private func show(_ screen: FLCore.Screen) {
    typed.take(over: screen)
    let next = Phase.showing(screen)
    if phase != next { phase = next }
  }

  /// What is on the screen; none before the start and after the end.
  public var screen: FLCore.Screen? {
    if case .showing(let screen) = phase { screen } else { nil }
  }

  /// Sends what a block carries. Once the engine is closed nothing happens.
  public func send(_ intent: FLCore.Intent) {
    guard let engine else { return }
    do { try engine.dispatch(intent: intent) } catch { fail(error) }
  }

  /// The same, for a control that waits for an end: the screen tells of the rest.
  nonisolated func sending(_ intent: FLCore.Intent) -> @Sendable () async -> Void {
    { await self.send(intent) }
  }

  /// The system gave the app a link.
  public func follow(_ link: URL) { send(.link(link.absoluteString)) }

  /// The device has a network again.
  public func networkIsBack() { send(.networkBack) }

  /// A picture that the screen names.
  public func picture(_ key: String) -> Data? {
    (try? engine?.asset(key: key))??.bytes
  }

  /// Ends it. What was typed is dropped; a second call does nothing.
  public func close() {
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
    typed.drop()
    return engine
  }
}

// What controls bind to.
extension EngineModel {
  /// The text in a field; every change goes to the core.
  public subscript(typed field: FLCore.Field) -> String {
    get { typed[field.key] }
    set {
      guard typed[field.key] != newValue else { return }
      typed.set(field.key, to: newValue)
      send(.edit(field: field.field, text: newValue))
    }
  }

  /// Whether it is on: as the core says, until the core says otherwise.
  public subscript(isOn toggle: FLCore.Toggle) -> Bool {
    get { toggle.on }
    set { if newValue != toggle.on { send(toggle.intent) } }
  }

  /// The key of the tab that is shown.
  public var selectedTab: String {
    get { screen?.tabs.first { $0.selected }?.key ?? "" }
    set {
      guard let tab = screen?.tabs.first(where: { $0.key == newValue }), !tab.selected else { return }
      send(tab.intent)
    }
  }

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
