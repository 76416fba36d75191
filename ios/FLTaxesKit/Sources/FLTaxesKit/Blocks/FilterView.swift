import SwiftUI

/// One choice out of several, side by side; the one in force has a mark, not only another colour.
struct FilterView: View {
  let filter: FilterBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 6) {
      Text(verbatim: filter.label).font(.subheadline.weight(.medium)).foregroundStyle(theme.ink)
      ScrollView(.horizontal) {
        HStack(spacing: 8) {
          ForEach(filter.options, id: \.key) { option in
            Chip(option: option, key: "\(filter.key)/\(option.key)", model: model)
          }
        }
        .padding(.vertical, 2)
      }
      .scrollIndicators(.hidden)
      // No one option is wrong: it is read by itself, after them.
      if let error = filter.error { Wrong(words: error) }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(filter.key)
  }
}

private struct Chip: View {
  let option: FilterChoice
  let key: String
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Button {
      model.send(option.touch)
    } label: {
      HStack(spacing: 6) {
        if option.selected {
          Image(systemName: "checkmark").accessibilityHidden(true)
        }
        Text(verbatim: option.label)
      }
      .font(.subheadline.weight(.medium))
      .foregroundStyle(option.selected ? theme.onAccent : theme.ink)
      .padding(.horizontal, 14)
      .frame(minHeight: 44)
      .background(option.selected ? theme.accent : theme.card, in: Capsule())
      .overlay { Capsule().stroke(theme.line, lineWidth: 1) }
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .accessibilityAddTraits(option.selected ? .isSelected : [])
    .accessibilityIdentifier(key)
  }
}
