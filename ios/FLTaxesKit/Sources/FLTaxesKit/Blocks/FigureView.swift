import SwiftUI

/// An amount with its name and age; a button where a touch explains it.
struct FigureView: View {
  let figure: FigureBlock
  let model: EngineModel

  var body: some View {
    if let touch = figure.touch {
      Button {
        model.send(touch)
      } label: {
        FigureContent(figure: figure).contentShape(Rectangle())
      }
      .buttonStyle(.plain)
      .accessibilityLabel([figure.label, figure.spoken ?? figure.value, figure.age].compactMap { $0 }.joined(separator: ", "))
      .accessibilityIdentifier(figure.key)
    } else {
      FigureContent(figure: figure)
        .spokenAsOne(nil)
        .accessibilityIdentifier(figure.key)
    }
  }
}

private struct FigureContent: View {
  let figure: FigureBlock
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 4) {
        Text(verbatim: figure.label).font(.subheadline).foregroundStyle(theme.quiet)
        HStack(alignment: .firstTextBaseline, spacing: 8) {
          Text(verbatim: figure.value)
            .font(.title.weight(.semibold).monospacedDigit())
            .foregroundStyle(theme.color(figure.tone))
            .accessibilityLabel(figure.spoken ?? figure.value)
          ToneMark(tone: figure.tone)
          if figure.touch != nil {
            Spacer(minLength: 8)
            Image(systemName: "chevron.forward")
              .font(.footnote.weight(.semibold))
              .foregroundStyle(theme.quiet)
              .accessibilityHidden(true)
          }
        }
        if let age = figure.age {
          Text(verbatim: age).font(.footnote).foregroundStyle(theme.quiet)
        }
      }
    }
  }
}
