namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit init accessors, and so records, for netstandard2.0, whose library does not have this type.</summary>
internal static class IsExternalInit;
