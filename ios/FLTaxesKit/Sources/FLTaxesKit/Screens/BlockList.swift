import SwiftUI

/// The blocks from top to bottom; only those in view are made.
struct BlockList: View {
  /// Lines any longer are hard to read, so a tablet leaves room beside them.
  static let readable: CGFloat = 680

  let screen: CoreScreen
  let model: EngineModel
  @State private var place: String?
  @Environment(\.places) private var places
  @Environment(\.words) private var words
  @FocusState private var focus: String?

  var body: some View {
    ScrollView {
      LazyVStack(alignment: .leading, spacing: 10) {
        ForEach(screen.blocks, id: \.key) { block in
          BlockView(block: block, model: model, focus: $focus)
        }
      }
      .scrollTargetLayout()
      .frame(maxWidth: Self.readable)
      .padding(.horizontal, 16)
      .padding(.vertical, 12)
      .frame(maxWidth: .infinity)
    }
    .scrollPosition(id: $place)
    .scrollDismissesKeyboard(.interactively)
    // Once for the whole list: what each field brought of its own would stand side by side.
    .toolbar {
      if let field = padField { PadButton(field: field, model: model, focus: $focus, words: words) }
    }
    // A page that is made anew, in another part of the window, goes on where it was read.
    .onAppear { place = place ?? places[screen.path] }
    .onChange(of: place) { _, place in places[screen.path] = place }
    .onChange(of: screen.blocks) { before, after in
      place = Place.kept(place, from: before, to: after)
      // The keyboard, and with it the screen reader, goes to what has to be mended.
      if let slip = Place.freshSlip(from: before, to: after) { focus = slip }
    }
  }

  /// The field that has the keyboard, where Enter does not lead on.
  private var padField: FieldBlock? {
    for case .field(let field) in screen.blocks where field.key == focus && !field.kind.enterLeadsOn { return field }
    return nil
  }
}

enum Place {
  /// What stays at the top when the blocks change. «More» is there before and after, so what followed it is kept in its stead:
  /// else the list would run on by itself.
  static func kept(_ place: String?, from before: [CoreBlock], to after: [CoreBlock]) -> String? {
    guard let place, let index = before.firstIndex(where: { $0.key == place }),
      case .more = before[index], index + 1 < before.count
    else { return place }
    let next = before[index + 1].key
    return after.contains { $0.key == next } ? next : place
  }

  /// The first field that is wrong now and was not before.
  static func freshSlip(from before: [CoreBlock], to after: [CoreBlock]) -> String? {
    let wrong = { (blocks: [CoreBlock]) in
      blocks.compactMap { block -> String? in
        if case .field(let field) = block, field.error != nil { field.key } else { nil }
      }
    }
    let known = wrong(before)
    return wrong(after).first { !known.contains($0) }
  }
}
