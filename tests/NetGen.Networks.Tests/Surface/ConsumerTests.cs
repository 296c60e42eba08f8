using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Properties;

namespace NetGen.Networks.Tests.Surface;

/// <summary>The projects that emitted code finds itself in: their settings are not its choice, and their warnings may be errors.</summary>
public class ConsumerTests
{
    [Theory]
    [InlineData(NullableContextOptions.Disable, false, OptimizationLevel.Release)]
    [InlineData(NullableContextOptions.Enable, false, OptimizationLevel.Release)]
    [InlineData(NullableContextOptions.Disable, true, OptimizationLevel.Release)]
    [InlineData(NullableContextOptions.Enable, true, OptimizationLevel.Debug)]
    public void EmittedCodeCompilesWithoutAWarning(NullableContextOptions nullable, bool checkedArithmetic, OptimizationLevel optimization)
    {
        CSharpCompilationOptions options = NetworkCompiler.Options
            .WithNullableContextOptions(nullable)
            .WithOverflowChecks(checkedArithmetic)
            .WithOptimizationLevel(optimization);
        using var image = new MemoryStream();
        string source = """
            /// <summary>Small.</summary>
            [Layers(3, 5, 1)]
            public sealed partial class Small;

            /// <summary>Large, with every kind of activation.</summary>
            [Layers(784, 100, 50, 40, 30, 10, Hidden = Activation.Gelu, Element = ElementType.Double)]
            [Layer(2, Activation = Activation.LeakyRelu, Slope = 0.2)]
            [Layer(3, Activation = Activation.Softplus)]
            [Layer(4, Activation = Activation.Elu)]
            internal sealed partial class Large;

            /// <summary>With parameters of its own.</summary>
            [Layers(2, 1, Output = Activation.Linear)]
            public sealed partial class Declared
            {
                [Weights(1)]
                private static readonly float[] weights = new float[] { 1, 2 };

                [Bias(1)]
                private static float[] Bias { get; } = new float[] { 3 };
            }
            """;
        NetworkCompiler.Refuse(NetworkCompiler.Generate(source, options).Emit(image).Diagnostics, source);
    }

    [Fact]
    public void EmittedCodeRunsUnderOverflowChecks()
    {
        NetworkCase[] cases =
        [
            new(Declaration.Classifier(3, 5, 1), Examples: 19, Seed: 1),
            new(Declaration.Classifier(70, 60, 50, 4), Examples: 67, Seed: 2),
            new(Declaration.Classifier(12288, 20, 1), Examples: 11, Seed: 3),
        ];
        foreach (NetworkCase networkCase in cases)
        {
            using CompiledNetworks networks = NetworkCompiler.Load(networkCase.Network.ToSource("Net"), checkOverflow: true);
            networks.Run("Net", new StepAgreement(networkCase));
        }
    }

    [Fact]
    public void NamesOfTheConsumerDoNotGetInTheWay()
    {
        const string source = """
            namespace Hostile
            {
                internal static class System { }
                internal static class NetGen { }
                internal static class Math { }
                internal static class Vector512 { }
                internal static class MemoryMarshal { }
                internal static class Unsafe { }
                internal static class Span<T> { }
                internal static class Int32 { }

                internal partial class Outer
                {
                    /// <summary>A network.</summary>
                    [Layers(5, 4, 1)]
                    internal sealed partial class Net
                    {
                        public Net() { }

                        /// <summary>An overload of one's own.</summary>
                        public float[] Predict(int[] picture) => Predict(global::System.Array.ConvertAll(picture, value => (float)value));
                    }
                }
            }

            namespace Other
            {
                /// <summary>Of the same name.</summary>
                [Layers(5, 4, 1)]
                public sealed partial class Net;

                /// <summary>Of a name that differs by case only.</summary>
                [Layers(5, 3, 1)]
                public sealed partial class NET;

                /// <summary>Named with a keyword.</summary>
                [Layers(2, 1)]
                public sealed partial class @class;
            }
            """;
        using CompiledNetworks networks = NetworkCompiler.Load(source);
        var networkCase = new NetworkCase(Declaration.Classifier(5, 4, 1), Examples: 20, Seed: 1);
        networks.Run("Hostile.Outer+Net", new StepAgreement(networkCase));
        networks.Run("Other.Net", new StepAgreement(networkCase));
    }

    [Fact]
    public void TheCultureOfTheBuildDoesNotShowInTheEmittedText()
    {
        string[] invariant = Emitted(CultureInfo.InvariantCulture);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberGroupSeparator = ".";

        Assert.True(invariant.Length > Representatives.All.Length);
        Assert.Equal(invariant, Emitted(culture));
        Assert.All(invariant, text => Assert.DoesNotContain('\u2212', text));
    }

    private static string[] Emitted(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            // With every activation, so that every constant is written.
            string source = Representatives.Source + string.Concat(Architectures.Combinations.Select((combination, i) =>
                new Declaration(3, 5, 4) { Hidden = combination.Hidden, Output = combination.Output, Loss = combination.Loss, Slope = 0.125 }
                    .ToSource($"Combination{i}") + "\n"));
            return [.. NetworkCompiler.Generate(source, NetworkCompiler.Options).SyntaxTrees.Skip(1).Select(tree => tree.GetText().ToString())];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
