using Microsoft.CodeAnalysis;
using NetGen.Generator.Analyzers.Declaration;
using NetGen.Tests;

namespace NetGen.Generator.Tests.Projects;

/// <summary>
/// A build reads an assembly, an editor the open project: both say the same of the members of a base class, which count where the network could name them.
/// </summary>
public class AccessibilityTests
{
    [Theory]
    [InlineData("internal int InputSize => 1;", false, false)]
    [InlineData("internal int InputSize => 1;", true, true)]
    [InlineData("private protected int InputSize => 1;", false, false)]
    [InlineData("private protected int InputSize => 1;", true, true)]
    [InlineData("private int InputSize => 1;", false, false)]
    [InlineData("private int InputSize => 1;", true, false)]
    [InlineData("protected internal int InputSize => 1;", false, true)]
    [InlineData("protected int InputSize => 1;", false, true)]
    [InlineData("public int InputSize => 1;", false, true)]
    [InlineData("internal int Parameters => 1;", false, false)]
    [InlineData("internal static void Predict(System.ReadOnlySpan<float> x, int threads = 0) { }", false, false)]
    [InlineData("protected static void Predict(System.ReadOnlySpan<float> x, int threads = 0) { }", false, true)]
    [InlineData("internal class Predictor;", false, false)]
    [InlineData("internal class Predictor;", true, true)]
    [InlineData("protected class Predictor;", false, true)]
    public async Task A_build_and_an_editor_agree_on_a_base_class(string member, bool isFriend, bool isTaken)
    {
        string friend = isFriend ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")]" : string.Empty;
        var library = new Project($"{friend} public class Base {{ {member} }}") { Name = "Library" };
        MetadataReference[] references = [library.Declare().ToMetadataReference(), MetadataReference.CreateFromStream(library.Build())];
        foreach (MetadataReference reference in references)
        {
            var project = new Project("[Layers(2, 1)] public sealed partial class Net : Base;") { References = [reference] };
            var output = project.Generate();
            var found = await AnalyzerRun.Of(output, [new DeclarationAnalyzer()], TestContext.Current.CancellationToken);
            Assert.Equal(isTaken ? ["NETGEN0011"] : [], found.Select(static diagnostic => diagnostic.Id));
            Assert.Equal(
                isTaken ? 0 : 6,
                Project.EmittedFilesOf(output).Count(static tree => !tree.FilePath.EndsWith(GeneratorMark.HintName, StringComparison.Ordinal)));
            Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("public class Base { private int InputSize => 1; } [Layers(2, 1)] public partial class Net : Base;", false)]
    [InlineData("public class Base { internal int InputSize => 1; } [Layers(2, 1)] public partial class Net : Base;", true)]
    [InlineData("public class Base { private protected int InputSize => 1; } [Layers(2, 1)] public partial class Net : Base;", true)]
    [InlineData("public class Base { protected int InputSize => 1; } public class Middle : Base; [Layers(2, 1)] public partial class Net : Middle;", true)]
    [InlineData("public partial class Base { private int InputSize => 1; [Layers(2, 1)] public partial class Net : Base; }", true)]
    [InlineData("public partial class Base { private class Inner { private int InputSize => 1; } [Layers(2, 1)] private partial class Net : Inner; }", false)]
    public async Task In_one_project_accessibility_decides_too(string source, bool isTaken)
    {
        var output = new Project(source).Generate();
        var found = await AnalyzerRun.Of(output, [new DeclarationAnalyzer()], TestContext.Current.CancellationToken);
        Assert.Equal(isTaken ? ["NETGEN0011"] : [], found.Select(static diagnostic => diagnostic.Id));
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
    }
}
