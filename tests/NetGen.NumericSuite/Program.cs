using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen;
using NetGen.NumericSuite;

// A program without a test framework, so that it can be published for any processor and run there, or in its emulator. The exit code is 1 when a check fails.
int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.WriteLine($"{RuntimeInformation.ProcessArchitecture}, vectors of {bits} bits");

var suite = new Suite();
suite.Check<Register, float>(examples: 100);
suite.Check<RegisterDouble, double>(examples: 100);
suite.Check<RegisterActivations, float>(examples: 37);
suite.Check<RegisterActivationsDouble, double>(examples: 37);
suite.Check<Dot, float>(examples: 33);
suite.Check<DotDouble, double>(examples: 33);
suite.Check<Outer, float>(examples: 67);
suite.Check<OuterDouble, double>(examples: 67);
suite.Check<PackedBackward, float>(examples: 11);
suite.Check<PackedBackwardDouble, double>(examples: 11);
suite.Check<Far, float>(examples: 9);
suite.Check<FarDouble, double>(examples: 9);
suite.Check<EveryKind, float>(EveryKindGraph.Of(ElementType.Float), examples: 37);
suite.Check<EveryKindDouble, double>(EveryKindGraph.Of(ElementType.Double), examples: 37);

Console.WriteLine($"{suite.Checks} checks, {suite.Failures} failed");
return suite.Failures == 0 ? 0 : 1;
