import SwiftUI

/// What Enter would do, over a number pad that has no such key and over a long text, where it begins a line.
struct PadButton: ToolbarContent {
  let field: FieldBlock
  let model: EngineModel
  let focus: FocusState<String?>.Binding
  let words: ShellWords

  var body: some ToolbarContent {
    ToolbarItemGroup(placement: .keyboard) {
      Spacer()
      Button(word) { model.enter(field, focus) }
        .accessibilityIdentifier("pad-button")
    }
  }

  private var word: String {
    if field.submit != nil { return words["pad.go"] }
    return model.fieldAfter(field.key) == nil ? words["pad.done"] : words["pad.next"]
  }
}
