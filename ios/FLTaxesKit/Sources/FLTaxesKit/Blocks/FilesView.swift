import SwiftUI

/// Files that go along: one line each, then the one that is being read, then the ways to one more.
struct FilesView: View {
  let files: FilesBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 8) {
      Text(verbatim: files.label).font(.subheadline.weight(.medium)).foregroundStyle(theme.ink)
      ForEach(files.files, id: \.key) { file in
        FileLine(file: file, key: "\(files.key)/\(file.key)", model: model)
      }
      if let busy = files.busy {
        Card {
          HStack(spacing: 12) {
            ProgressView().accessibilityHidden(true)
            Text(verbatim: busy).font(.body).foregroundStyle(theme.ink)
          }
        }
        .accessibilityAddTraits(.updatesFrequently)
      }
      ForEach(files.ways, id: \.key) { way in
        WayLine(way: way, key: "\(files.key)/\(way.key)", model: model)
      }
      // Whatever one does with them, both are about all of them.
      if let error = files.error { Wrong(words: error) }
      if let hint = files.hint {
        Text(verbatim: hint).font(.footnote).foregroundStyle(theme.quiet)
      }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(files.key)
  }
}

/// A file, and the way to take it away: what has its key.
private struct FileLine: View {
  let file: OneFile
  let key: String
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      HStack(alignment: .center, spacing: 12) {
        HStack(alignment: .center, spacing: 12) {
          Badge(symbol: CoreIcon.file.symbol, color: theme.accent)
          VStack(alignment: .leading, spacing: 2) {
            Text(verbatim: file.name).font(.body).foregroundStyle(theme.ink)
            Text(verbatim: file.detail).font(.footnote).foregroundStyle(theme.quiet)
          }
        }
        .spokenAsOne(file.spoken)
        Spacer(minLength: 8)
        Button {
          model.send(file.remove.touch)
        } label: {
          Image(systemName: "xmark")
            .foregroundStyle(theme.quiet)
            .frame(minWidth: 44, minHeight: 44)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(file.remove.label)
        .accessibilityIdentifier(key)
      }
    }
  }
}

private struct WayLine: View {
  let way: FileWay
  let key: String
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Button {
      model.send(way.touch)
    } label: {
      Card {
        HStack(spacing: 12) {
          Image(systemName: way.icon.symbol).accessibilityHidden(true)
          Text(verbatim: way.label).multilineTextAlignment(.leading)
        }
        .font(.body.weight(.medium))
        .foregroundStyle(theme.accent)
      }
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .accessibilityIdentifier(key)
  }
}
