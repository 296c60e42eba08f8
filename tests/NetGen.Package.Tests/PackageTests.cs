namespace NetGen.Package.Tests;

/// <summary>The package in a project outside of this repository.</summary>
public sealed class PackageTests(InstalledPackage package)
{
    private const string Xor = """
        using NetGen;

        var net = new Xor();
        net.Initialize(seed: 1);
        float[] x = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] y = [0, 1, 1, 0];
        for (int step = 0; step < 4000; step++)
            net.TrainStep(x, y, learningRate: 1.0);
        Console.WriteLine(string.Join(" ", net.Predict(x).Select(p => p > 0.5f ? 1 : 0)));
        net.Save("xor.npz");
        var copy = new Xor();
        copy.Load("xor.npz");
        Console.WriteLine(copy.Predict(x).SequenceEqual(net.Predict(x)) ? "same" : "different");

        [Layers(2, 8, 1, Hidden = Activation.Tanh)]
        public sealed partial class Xor;
        """;

    [Fact]
    public void The_package_carries_the_runtime_the_generator_and_the_code_fixes_and_no_native_library()
    {
        Assert.Contains("lib/net10.0/NetGen.Runtime.dll", package.Files);
        Assert.Contains("lib/net10.0/NetGen.Runtime.xml", package.Files);
        Assert.Contains("analyzers/dotnet/cs/NetGen.Generator.dll", package.Files);
        Assert.Contains("analyzers/dotnet/cs/NetGen.CodeFixes.dll", package.Files);
        Assert.Contains("buildTransitive/NetGen.targets", package.Files);
        Assert.Contains("README.md", package.Files);
        Assert.Contains("buildTransitive/NetGen.targets", package.Files);
        Assert.DoesNotContain(package.Files, file => file.StartsWith("runtimes/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_declared_in_a_new_project_trains_saves_and_loads()
    {
        string project = package.CreateProject("Works", Xor);
        (int exitCode, string output) = await Dotnet.RunAsync(project, "run", "-c", "Release");
        Assert.True(exitCode == 0, output);
        Assert.Equal("0 1 1 0\nsame", output.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Weights_of_the_wrong_shape_are_a_build_error_that_names_the_layer_and_both_numbers()
    {
        string project = package.CreateProject("Breaks", Xor + """

            public sealed partial class Xor
            {
                [Weights(1)] private static readonly float[,] trained = new float[8, 3];
                [Bias(1)] private static readonly float[] bias = new float[8];
            }
            """);
        (int exitCode, string output) = await Dotnet.RunAsync(project, "build", "-c", "Release");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NETGEN0101: trained is 8x3, but layer 1 of Xor maps 2 inputs to 8 units: W1 must be 8x2", output);
    }

    /// <summary>One project for all of it, because every build takes its time.</summary>
    [Fact]
    public async Task The_first_debug_build_of_a_network_says_that_it_is_slow_and_no_other_build_does()
    {
        const string Said = "warning NETGEN0030: networks in a Debug build run about ten times slower, "
            + "for their emitted code is not optimized: train and measure with -c Release";
        string project = package.CreateProject("Slow", Xor);
        Assert.Contains(Said, await Build("build"));
        Assert.DoesNotContain("NETGEN0030", await Build("build"));
        Assert.DoesNotContain("NETGEN0030", await Build("build", "--no-incremental", "-p:NetGenDebugBuildNotice=false"));
        Assert.DoesNotContain("NETGEN0030", await Build("build", "-c", "Release"));

        // The project treats warnings as errors; so may the command, and what dotnet run prints of a build is warnings alone.
        await Build("clean");
        Assert.Contains(Said, await Build("build", "-warnaserror"));
        await Build("clean");
        Assert.Contains(Said, await Build("run"));

        await Build("clean");
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), "Console.WriteLine(typeof(NetGen.Adam<float>));");
        Assert.DoesNotContain("NETGEN0030", await Build("build"));

        async Task<string> Build(params string[] arguments)
        {
            (int exitCode, string output) = await Dotnet.RunAsync(project, arguments);
            Assert.True(exitCode == 0, output);
            return output;
        }
    }
}
