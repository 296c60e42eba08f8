using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Define;

/// <summary>Inputs may have any names: what is emitted for them meets nothing else that is emitted.</summary>
public sealed class InputNameTests
{
    [Theory]
    [InlineData("[Shape(2)] Node rows, [Shape(3)] Node c", "RowsColumn")]
    [InlineData("[Shape(2)] Node output, [Categories(3)] Node threads", "OutputColumn")]
    [InlineData("[Shape(2)] Node layer, [Shape(3)] Node parameter", "layer_Count")]
    [InlineData("[Shape(2)] Node x, [Shape(3)] Node X", "X_Column")]
    [InlineData("[Shape(2)] Node @class, [Shape(3)] Node @int", "ClassCount")]
    public void Emitted_files_compile_and_have_the_constant(string inputs, string constant)
    {
        string[] names = [.. inputs.Split("Node ").Skip(1).Select(static part => part.Split(',')[0])];
        bool hasCategory = inputs.Contains("Categories", StringComparison.Ordinal);
        string body = string.Join(", ", names.Select((name, index) => hasCategory && index == 1 ? $"{name}.OneHot()" : name));
        string source = $"[Network] public sealed partial class Net {{ static Node Define({inputs}) => Node.Concat({body}).Dense(4); }}";
        GeneratorHarness.Run(GeneratorHarness.Compile("global using NetGen;", source), out Compilation output);
        Assert.Empty(GeneratorHarness.DiagnosticsOfEmittedFiles(output));
        Assert.NotEmpty(output.GetTypeByMetadataName("Net")!.GetMembers(constant));
    }
}
