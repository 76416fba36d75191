// The core's types under names that do not meet SwiftUI's. Files with views use these and do not import FLCore.
import FLCore

public typealias CoreScreen = FLCore.Screen
public typealias CoreTouch = FLCore.Touch
public typealias CoreEngine = FLCore.EngineProtocol
public typealias CoreListener = FLCore.ScreenListener
public typealias CoreTab = FLCore.Tab
public typealias CoreLanguage = FLCore.Language
public typealias CoreTextSize = FLCore.TextSize
public typealias CoreAppearance = FLCore.Appearance
public typealias CoreIcon = FLCore.Icon
public typealias CoreTone = FLCore.Tone
public typealias CoreAction = FLCore.Action

public typealias CoreBlock = FLCore.Block
public typealias StatusBlock = FLCore.Status
public typealias FigureBlock = FLCore.Figure
public typealias SectionBlock = FLCore.Section
public typealias RowBlock = FLCore.Row
public typealias TextBlock = FLCore.Text
public typealias FieldBlock = FLCore.Field
public typealias ButtonBlock = FLCore.Button
public typealias NoticeBlock = FLCore.Notice
public typealias StepsBlock = FLCore.Steps
public typealias ChecklistBlock = FLCore.Checklist
public typealias CountdownBlock = FLCore.Countdown
public typealias FilterBlock = FLCore.Filter
public typealias FilterChoice = FLCore.FilterOption
public typealias ChoiceBlock = FLCore.Choice
public typealias ToggleBlock = FLCore.Toggle
public typealias FilesBlock = FLCore.Files
public typealias OneFile = FLCore.AttachedFile
public typealias FileWay = FLCore.FileWay
public typealias PictureBlock = FLCore.Picture
public typealias ProgressBlock = FLCore.Progress
public typealias EmptyBlock = FLCore.Empty
public typealias MoreBlock = FLCore.More

public typealias DaysToPick = FLCore.Calendar
public typealias FieldKind = FLCore.FieldKind
public typealias StepState = FLCore.StepState
public typealias OneStep = FLCore.Step
public typealias CheckState = FLCore.CheckState
public typealias OneCheck = FLCore.Check
