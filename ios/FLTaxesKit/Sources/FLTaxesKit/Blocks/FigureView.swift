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
      .accessibilityLabel(spoken)
      .accessibilityIdentifier(figure.key)
    } else {
      FigureContent(figure: figure)
        .spokenAsOne(nil)
        .accessibilityIdentifier(figure.key)
    }
  }

  private var spoken: String {
    [figure.label, figure.spoken ?? figure.value, figure.age].compactMap { $0 }.joined(separator: ", ")
  }
}

private struct FigureContent: View {
  let figure: FigureBlock
  @Environment(\.theme) private var theme
  @Environment(\.dynamicTypeSize) private var typeSize

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 4) {
        Text(verbatim: figure.label).font(.subheadline).foregroundStyle(theme.quiet)
        if typeSize.isAccessibilitySize {
          // An amount in letters this large wants the whole width.
          value
          HStack(spacing: 8) { signs }
        } else {
          HStack(alignment: .firstTextBaseline, spacing: 8) {
            value
            signs
          }
        }
        if let age = figure.age {
          Text(verbatim: age).font(.footnote).foregroundStyle(theme.quiet)
        }
      }
    }
  }

  private var value: some View {
    Text(verbatim: figure.value)
      .font(.title.weight(.semibold).monospacedDigit())
      .foregroundStyle(theme.color(figure.tone))
      .neverBroken(figure.value)
      .accessibilityLabel(figure.spoken ?? figure.value)
  }

  @ViewBuilder private var signs: some View {
    ToneMark(tone: figure.tone)
    if figure.touch != nil {
      Spacer(minLength: 8)
      Onward()
    }
  }
}
