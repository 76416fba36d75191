import SwiftUI

/// A picture, fetched by its key when it comes into view; without it, its place and what it would show.
struct PictureView: View {
  let picture: PictureBlock
  let model: EngineModel
  @State private var image: Image?
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      HStack {
        Spacer(minLength: 0)
        (image ?? Image(systemName: "photo"))
          .resizable()
          .aspectRatio(contentMode: .fit)
          .frame(maxWidth: 320, maxHeight: 200)
          .foregroundStyle(theme.quiet)
          .accessibilityLabel(picture.description)
          .accessibilityAddTraits(.isImage)
          .accessibilityIdentifier(picture.key)
        Spacer(minLength: 0)
      }
    }
    .onChange(of: picture.asset, initial: true) { _, asset in
      image = model.picture(asset).flatMap(Image.init(file:))
    }
  }
}
