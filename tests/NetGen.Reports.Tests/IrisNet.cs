namespace NetGen.Reports.Tests;

/// <summary>A small classifier of three classes.</summary>
[Layers(4, 3, 3)]
public sealed partial class IrisNet;
