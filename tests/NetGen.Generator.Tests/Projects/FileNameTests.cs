using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Projects;

/// <summary>A build with EmitCompilerGeneratedFiles writes each emitted file under its hint name: file systems take names of 255 bytes.</summary>
public class FileNameTests
{
    [Theory]
    [InlineData('a', 100)]
    [InlineData('a', 230)]
    [InlineData('a', 1000)]
    [InlineData('\u00e9', 120)]
    [InlineData('\u6f22', 80)]
    [InlineData('\u6f22', 340)]
    public void Names_stay_short_and_apart(char letter, int length)
    {
        string name = new(letter, length - 1);
        string source = $$"""
            [Layers(2, 1)] public partial class N{{name}}1;
            [Layers(2, 1)] public partial class N{{name}}2;
            [Layers(2, 1)] public partial class n{{name}}2;
            namespace S{{name}}.S{{name}}.S{{name}}
            {
                [Layers(2, 1)] public partial class N{{name}};
                public partial class O{{name}} { [Layers(2, 1)] public partial class N{{name}}; }
            }
            """;
        var output = new Project(source).Generate();
        string[] files = [.. Project.EmittedFilesOf(output).Select(static tree => Path.GetFileName(tree.FilePath))];
        Assert.Equal((5 * 6) + 1, files.Length);
        Assert.All(files, static file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 200));
        Assert.Equal(files.Length, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData('a', 280)]
    [InlineData('\u6f22', 90)]
    public void Emitted_names_are_no_longer_than_metadata_takes(char letter, int length)
    {
        string name = new(letter, length);
        var project = new Project($"namespace {name}.{name} {{ public partial class {name}2 {{ [Layers(2, 1)] public partial class Net; }} }}");
        Assert.NotNull(project.Load().GetType($"{name}.{name}.{name}2+Net"));
    }

    [Fact]
    public void A_shortened_name_is_the_same_in_every_run()
    {
        var result = GeneratorHarness.Run($"using NetGen; [Layers(2, 1)] partial class N{new string('a', 300)};");
        Assert.Contains("N" + new string('a', 102) + "-", GeneratorHarness.FilesOfNetworks(result)[0].HintName, StringComparison.Ordinal);
        Assert.Equal(
            GeneratorHarness.FilesOfNetworks(result).Select(static file => file.HintName),
            GeneratorHarness.FilesOfNetworks(GeneratorHarness.Run($"using NetGen; [Layers(2, 1)] partial class N{new string('a', 300)};"))
                .Select(static file => file.HintName));
    }
}
