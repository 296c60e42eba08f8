namespace NetGen.Runtime.Tests.Numerics;

/// <summary>
/// Runs the numeric tests again as on lesser processors: the test program starts itself, with the runtime's settings that hide instructions, for the classes
/// named here. On a processor that lacks the instructions anyway a setting changes nothing, and the tests are merely repeated.
/// </summary>
public sealed class ProcessorSettingTests
{
    private static readonly Type[] NumericTests =
    [
        typeof(VectorMathAccuracyTests), typeof(VectorMathSpecialValueTests), typeof(VectorMathWidthTests), typeof(VectorMathSpanTests),
        typeof(DropoutMaskWidthTests), typeof(ProcessorSettingInEffectTests),
    ];

    [Theory]
    [InlineData("DOTNET_EnableAVX512")] // 256 bits, with FMA
    [InlineData("DOTNET_EnableAVX2")] // 128 bits, without FMA
    [InlineData("DOTNET_EnableHWIntrinsic")] // vectors in software
    public Task Numeric_tests_pass_without(string setting) => TestProcess.AssertPass(NumericTests, new Dictionary<string, string> { [setting] = "0" });
}
