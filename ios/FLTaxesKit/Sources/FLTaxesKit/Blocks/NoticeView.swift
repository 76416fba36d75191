import SwiftUI

/// Something to know, and what can be done about it.
struct NoticeView: View {
  let notice: NoticeBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      HStack(alignment: .firstTextBaseline, spacing: 10) {
        ToneMark(tone: notice.tone)
        VStack(alignment: .leading, spacing: 8) {
          Text(verbatim: notice.text).font(.callout).foregroundStyle(theme.color(notice.tone))
          if let action = notice.action {
            ActionButton(action: action, model: model)
          }
        }
      }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(notice.key)
  }
}

/// Something one can do about what is said beside it.
struct ActionButton: View {
  let action: CoreAction
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Button {
      model.send(action.touch)
    } label: {
      Text(verbatim: action.label)
        .font(.callout.weight(.semibold))
        .foregroundStyle(theme.accent)
        .frame(minHeight: 44)
        .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
  }
}
