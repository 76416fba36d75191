import FLCore

/// The texts being typed, each by its page and key. They are the shell's: what the core says of a field is taken over when the field comes into view or
/// its revision changes, and a field that is gone leaves nothing behind, least of all a secret.
struct TypedTexts: Equatable {
  private struct Typed: Equatable {
    var revision: UInt32
    var text: String
  }

  private var texts: [String: Typed] = [:]

  mutating func take(over screen: FLCore.Screen) {
    var kept: [String: Typed] = [:]
    for case .field(let field) in screen.blocks {
      if let typed = texts[field.id], typed.revision == field.revision {
        kept[field.id] = typed
      } else {
        kept[field.id] = Typed(revision: field.revision, text: field.value)
      }
    }
    if kept != texts { texts = kept }
  }

  mutating func set(_ id: String, to text: String) {
    texts[id]?.text = text
  }

  mutating func drop() { texts = [:] }

  subscript(id: String) -> String? { texts[id]?.text }

  var isEmpty: Bool { texts.isEmpty }
}
