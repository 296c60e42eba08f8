using System.Collections.Generic;

namespace NetGen.Generator.Layers;

/// <summary>A call that a layer's pass consists of.</summary>
/// <param name="Kernel">The method.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Turn">Where one worker alone makes the call: a number that says which, modulo the workers; else null.</param>
internal sealed record KernelCall(string Kernel, IReadOnlyList<Argument> Arguments, int? Turn = null);
