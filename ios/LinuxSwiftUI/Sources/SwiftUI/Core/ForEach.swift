// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct ForEach<Data, ID, Content> where Data: RandomAccessCollection, ID: Hashable {
  public var data: Data
  public var content: (Data.Element) -> Content
  let identity: (Data.Element) -> ID
}

extension ForEach: View, Drawn, Listed where Content: View {
  public typealias Body = Never

  public init(
    _ data: Data, id: KeyPath<Data.Element, ID>,
    @ViewBuilder content: @escaping (Data.Element) -> Content
  ) {
    self.data = data
    self.content = content
    identity = { $0[keyPath: id] }
  }

  package func draw(_ context: Context) -> [Node] {
    rows(context).flatMap { $0.draw() }
  }

  /// Nothing of an element is made before its row is asked for.
  package func rows(_ context: Context) -> [LazyRow] {
    data.map { element in
      let id = identity(element)
      let inside = context.inside("[\(id)]")
      return LazyRow(path: inside.path, id: AnyHashable(id)) { SwiftUI.draw(content(element), inside) }
    }
  }
}
