namespace NetGen.Benchmarks.Networks;

// The networks whose time is plotted against one of their sizes; against the batch it is DigitNet's.

/// <summary>Layers 16 wide.</summary>
[Layers(16, 16, 16, 10)]
public sealed partial class Width16Net;

/// <summary>Layers 32 wide.</summary>
[Layers(32, 32, 32, 10)]
public sealed partial class Width32Net;

/// <summary>Layers 64 wide.</summary>
[Layers(64, 64, 64, 10)]
public sealed partial class Width64Net;

/// <summary>Layers 128 wide.</summary>
[Layers(128, 128, 128, 10)]
public sealed partial class Width128Net;

/// <summary>Layers 256 wide.</summary>
[Layers(256, 256, 256, 10)]
public sealed partial class Width256Net;

/// <summary>Layers 512 wide.</summary>
[Layers(512, 512, 512, 10)]
public sealed partial class Width512Net;

/// <summary>Layers 1024 wide.</summary>
[Layers(1024, 1024, 1024, 10)]
public sealed partial class Width1024Net;

/// <summary>Layers 2048 wide.</summary>
[Layers(2048, 2048, 2048, 10)]
public sealed partial class Width2048Net;

/// <summary>Layers 4096 wide.</summary>
[Layers(4096, 4096, 4096, 10)]
public sealed partial class Width4096Net;

/// <summary>1 layer.</summary>
[Layers(128, 10)]
public sealed partial class Depth1Net;

/// <summary>2 layers.</summary>
[Layers(128, 128, 10)]
public sealed partial class Depth2Net;

/// <summary>4 layers.</summary>
[Layers(128, 128, 128, 128, 10)]
public sealed partial class Depth4Net;

/// <summary>8 layers.</summary>
[Layers(128, 128, 128, 128, 128, 128, 128, 128, 10)]
public sealed partial class Depth8Net;

/// <summary>16 layers.</summary>
[Layers(128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 10)]
public sealed partial class Depth16Net;

/// <summary>32 layers.</summary>
[Layers(
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 10)]
public sealed partial class Depth32Net;

/// <summary>64 layers.</summary>
[Layers(
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 10)]
public sealed partial class Depth64Net;
