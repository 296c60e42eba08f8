namespace System.Runtime.CompilerServices;

/// <summary>Marks what puts interpolated strings together, for netstandard2.0, whose library does not have this type.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
