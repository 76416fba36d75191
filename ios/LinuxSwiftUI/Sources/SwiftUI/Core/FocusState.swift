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

@MainActor private final class Control {
  var path = ""
}

extension View {
  public func focused<Value: Hashable>(
    _ binding: FocusState<Value>.Binding, equals value: Value
  ) -> some View {
    // The control that has the keyboard: where another stands in its place, the keyboard goes with it.
    let control = Control()
    return changed { node, _ in
      node.isFocused = binding.wrappedValue == value
      node.takeFocus = { binding.wrappedValue = value }
      control.path = node.all.first { $0.write != nil }?.path ?? ""
    }
    .wanting("focused") { _ in
      .change(
        value: control.path, isEqual: { ($0 as? String) == control.path },
        run: { _ in if binding.wrappedValue == value { binding.box.value = binding.box.initial } }, initial: false)
    }
  }
}
