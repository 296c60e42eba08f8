using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>Moves numbers between layouts: examples in rows, examples in lanes, matrices in columns, rows with padding.</summary>
/// <remarks>
/// For emitted code. No method reads or writes outside the ranges that it documents. Nothing is checked: whoever passes a reference to fewer elements than the
/// sizes say reads and writes other memory.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Transposition;
