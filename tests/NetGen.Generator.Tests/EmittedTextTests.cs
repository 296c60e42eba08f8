using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>The emitted text: what it looks like for the networks of the snapshots, and how long it gets.</summary>
public partial class EmittedTextTests
{
    [Theory]
    [MemberData(nameof(SnapshotNetworks.Names), MemberType = typeof(SnapshotNetworks))]
    public void The_text_is_as_kept(string network)
    {
        GeneratorRunResult result = SnapshotNetworks.Emit(network, out Compilation output);
        Assert.Empty(GeneratorHarness.DiagnosticsOfEmittedFiles(output));
        Snapshot.Verify(result, network);
    }

    [Fact]
    public void Every_file_of_kernels_starts_with_its_plan_and_the_cycles_that_it_expects()
    {
        foreach (string sizes in new[] { "2, 3, 1", "3, 2, 9", "260, 1", "784, 128, 10" })
        {
            var kernels = Files(sizes).Where(static file => file.HintName.Contains("Kernels", StringComparison.Ordinal)).ToArray();
            Assert.Equal(3, kernels.Length);
            Assert.All(kernels, static file =>
            {
                string[] lines = file.SourceText.ToString().Split('\n');
                string[] top = [.. lines.TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith('#') || line.Length == 0)];
                Assert.Contains(top, static line => line.StartsWith("// Plan for vectors of ", StringComparison.Ordinal));
                Assert.Contains(top, static line => StepCycles().IsMatch(line));
            });
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void The_text_is_linear_in_the_layers(int width)
    {
        int ten = Length(Deep(width, 10)), twenty = Length(Deep(width, 20)), forty = Length(Deep(width, 40));
        Assert.InRange((forty - twenty) / (double)(twenty - ten), 1.9, 2.2);
    }

    [Theory]
    [InlineData("1024, 512, 64", "8192, 4096, 64")]
    [InlineData("512, 16, 1", "65536, 16, 1")]
    [InlineData("16, 1024, 10", "16, 65536, 10")]
    public void The_text_does_not_grow_with_the_sizes(string sizes, string larger) => Assert.InRange(Length(larger) / (double)Length(sizes), 0.9, 1.1);

    [Fact]
    public void The_text_of_the_cat_network_is_below_200_KB() => Assert.InRange(Length("12288, 20, 7, 5, 1"), 1, 200_000);

    [Fact]
    public void The_tiles_of_few_and_far_inputs_ask_for_all_rows_of_the_next_examples()
    {
        string kernels = Files("12288, 6, 1").Single(static file => file.HintName.Contains("Kernels512", StringComparison.Ordinal)).SourceText.ToString();
        string[] lines =
        [
            .. kernels.Split('\n')
                .Select(static line => line.Trim())
                .SkipWhile(static line => !line.StartsWith("DotLayer1Tile6x4(", StringComparison.Ordinal))
                .Take(3),
        ];
        Assert.Equal("ahead = ref Unsafe.Add(ref ahead, 36864);", lines[1]);
        Assert.StartsWith("DotLayer1Tile6x2(", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void Equal_layers_share_their_kernels_and_only_add_their_members(int width)
    {
        int hundred = Length(Deep(width, 100)), thousand = Length(Deep(width, 1000));
        Assert.InRange((thousand - hundred) / 900, 0, 1_500);
        Assert.InRange(hundred, 0, 400_000);
    }

    [Fact]
    public void Layers_of_the_same_shape_share_their_kernels_wherever_they_stand()
    {
        string apart = string.Join(", ", Enumerable.Repeat("64, 32", 20));
        string kernels = Files(apart).Single(static file => file.HintName.Contains("Kernels512", StringComparison.Ordinal)).SourceText.ToString();
        string[] written = [.. kernels.Split('\n').Where(static line => line.Contains("static void ForwardLayer", StringComparison.Ordinal))];
        Assert.Equal(["ForwardLayer1", "ForwardLayer2", "ForwardLayer39"], written.Select(static line => line.Trim().Split(' ', '(')[2]));
    }

    private static string Deep(int width, int layers) => string.Join(", ", Enumerable.Repeat(width.ToString(CultureInfo.InvariantCulture), layers + 1));

    private static int Length(string sizes) => Files(sizes).Sum(static file => file.SourceText.Length);

    private static GeneratedSourceResult[] Files(string sizes)
    {
        var files = GeneratorHarness.FilesOfNetworks(GeneratorHarness.Run($"using NetGen; [Layers({sizes})] public sealed partial class Net;"));
        Assert.NotEmpty(files);
        return [.. files];
    }

    [GeneratedRegex(@"^// training step: \d+(\.\d+)? cycles an example$")]
    private static partial Regex StepCycles();
}
