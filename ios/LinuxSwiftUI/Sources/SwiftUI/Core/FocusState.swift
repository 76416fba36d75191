// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

@propertyWrapper public struct FocusState<Value>: DynamicProperty, Installed where Value: Hashable {
  final class Box {
    let initial: Value
    var location: Location?
    init(_ initial: Value) { self.initial = initial }
    var value: Value {
      get { location?.value as? Value ?? initial }
      set { location?.value = newValue }
    }
  }
  let box: Box

  @propertyWrapper public struct Binding {
    let box: Box
    public var wrappedValue: Value {
      get { box.value }
      nonmutating set { box.value = newValue }
    }
    public var projectedValue: FocusState<Value>.Binding { self }
  }

  public init() where Value == Bool { box = Box(false) }
  public init<T>() where Value == T?, T: Hashable { box = Box(nil) }

  public var wrappedValue: Value {
    get { box.value }
    nonmutating set { box.value = newValue }
  }
  public var projectedValue: FocusState<Value>.Binding { Binding(box: box) }

  package func install(_ context: Context, label: String) {
    box.location = context.graph.location("\(context.path)#\(label)", initial: box.initial)
  }
}

extension View {
  public func focused<Value: Hashable>(
    _ binding: FocusState<Value>.Binding, equals value: Value
  ) -> some View {
    changed { node, _ in
      node.isFocused = binding.wrappedValue == value
      node.takeFocus = { binding.wrappedValue = value }
    }
  }
}
