namespace NetGen.Package.Tests;

/// <summary>Programs that the native AOT compiler makes, and what the package tells it and its user.</summary>
public sealed class NativeTests(InstalledPackage package)
{
    private const string Warning = "NETGEN0033";

    /// <summary>Trains networks of every plan and prints a number in which each bit of their parameters counts.</summary>
    private const string Training = """
        using System.Runtime.Intrinsics;
        using NetGen;

        Console.WriteLine($"256 bits: {Vector256.IsHardwareAccelerated}");
        Train<Tiny, float>();
        Train<Middle, double>();
        Train<Wide, float>();

        static void Train<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            const int Examples = 50;
            var random = new Random(1);
            var x = new T[Examples * TNet.InputSize];
            foreach (ref T value in x.AsSpan())
                value = T.CreateChecked(random.NextDouble());
            var y = new T[Examples * TNet.OutputSize];
            for (int i = 0; i < Examples; i++)
                y[i * TNet.OutputSize + random.Next(TNet.OutputSize)] = T.One;

            var net = new TNet();
            net.Initialize(seed: 1);
            var adam = new Adam<T>(0.01);
            for (int step = 0; step < 30; step++)
                net.TrainStep(x, y, ref adam, threads: 1 + step % 2);

            ulong bits = 0;
            foreach (T parameter in net.Parameters)
                bits = bits * 31 + BitConverter.DoubleToUInt64Bits(double.CreateChecked(parameter));
            Console.WriteLine($"{typeof(TNet).Name}: cost {net.Cost(x, y):F6}, parameters {bits:x16}");
        }

        [Layers(2, 4, 1, Hidden = Activation.Tanh)]
        public sealed partial class Tiny;

        [Layers(60, 33, 18, 3, Hidden = Activation.Silu, Element = ElementType.Double)]
        public sealed partial class Middle;

        [Layers(2051, 7, 1)]
        public sealed partial class Wide;
        """;

    [Fact]
    public async Task A_publish_that_names_no_instruction_set_works_and_says_once_what_that_costs_and_what_to_set()
    {
        await NativeCompiler.RequireAsync(package);
        string project = package.CreateProject("Unnamed", """
            var net = new Tiny();
            net.SetParameters([1, 2, -2]);
            Console.WriteLine($"256 bits: {System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated}, class {net.PredictClass([1, 1])}");

            [NetGen.Layers(2, 1)]
            public sealed partial class Tiny;
            """);
        string output = await PublishAsync(project);
        string warning = Assert.Single(output.Split('\n'), line => line.Contains(Warning, StringComparison.Ordinal));
        Assert.Contains($"warning {Warning}: native AOT compiles for the oldest processors", warning, StringComparison.Ordinal);
        Assert.Contains("NetGenInstructionSet to x86-64-v3", warning, StringComparison.Ordinal);
        Assert.Equal("256 bits: False, class 1", (await RunAsync(project, "Unnamed")).Trim());
    }

    [Fact]
    public async Task A_publish_for_AVX2_is_silent_and_trains_to_the_bits_of_the_just_in_time_compiler_with_vectors_of_that_width()
    {
        await NativeCompiler.RequireAsync(package);
        string project = package.CreateProject("Native", Training);
        (int exitCode, string built) = await Dotnet.RunAsync(project, "build", "-c", "Release");
        Assert.True(exitCode == 0 && !built.Contains(Warning, StringComparison.Ordinal), built);
        string expected = await RunAsync(project, "dotnet", Path.Combine("bin", "Release", "net10.0", "Native.dll"));

        string output = await PublishAsync(project, "-p:NetGenInstructionSet=x86-64-v3");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("256 bits: True\nTiny: cost 0.", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await RunAsync(project, "Native"));
    }

    [Fact]
    public async Task Only_a_publish_for_x64_takes_the_instruction_set_and_misses_it_and_the_compilers_own_property_goes_before()
    {
        (string Properties, string PassedOn, bool Warns)[] publishes =
        [
            ("PublishAot=true;RuntimeIdentifier=linux-x64", "", true),
            ("PublishAot=true;RuntimeIdentifier=win-x64", "", true),
            ("PublishAot=true;RuntimeIdentifier=osx-x64;NetGenInstructionSet=x86-64-v3", "x86-64-v3", false),
            ("PublishAot=true;RuntimeIdentifier=linux-musl-x64;NetGenInstructionSet=native", "native", false),
            ("PublishAot=true;RuntimeIdentifier=linux-x64;NetGenInstructionSet= X86-64-V4 ", "x86-64-v4", false),
            ("PublishAot=true;RuntimeIdentifier=linux-x64;NetGenInstructionSet=x86-64", "x86-64", false),
            ("PublishAot=true;RuntimeIdentifier=linux-x64;NetGenInstructionSet=x86-64-v3;IlcInstructionSet=x86-64-v2", "x86-64-v2", false),
            ("PublishAot=true;RuntimeIdentifier=linux-arm64", "", false),
            ("PublishAot=true;RuntimeIdentifier=linux-arm64;NetGenInstructionSet=x86-64-v3", "", false),
            ("PublishAot=false;RuntimeIdentifier=linux-x64", "", false),
            ("PublishAot=false;RuntimeIdentifier=linux-x64;NetGenInstructionSet=x86-64-v3", "", false),
            ("PublishAot=true", "", false),
        ];
        string project = package.CreateProject("Checked", Training);
        (int exitCode, string output) = await Dotnet.RunAsync(project, "restore");
        Assert.True(exitCode == 0, output);

        // Just the check and what comes out of it, once for each publish, and all in one process: a real publish takes long, and none for another system can be
        // linked here.
        await File.WriteAllTextAsync(Path.Combine(project, "Directory.Build.targets"), """
            <Project>
              <Target Name="Print" DependsOnTargets="NetGenChooseInstructionSet"><Message Importance="high" Text="gets ($(IlcInstructionSet))" /></Target>
            </Project>
            """);
        IEnumerable<string> steps = publishes.Select(static (publish, i) =>
            $"""<Message Importance="high" Text="publish {i}" /><MSBuild Projects="Checked.csproj" Targets="Print" Properties="{publish.Properties}" />""");
        await File.WriteAllTextAsync(Path.Combine(project, "publishes.proj"), $"""<Project><Target Name="All">{string.Join('\n', steps)}</Target></Project>""");
        (exitCode, output) = await Dotnet.RunAsync(project, "msbuild", "publishes.proj");
        Assert.True(exitCode == 0, output);

        string[] printed = output.Split("publish ")[1..];
        Assert.Equal(publishes.Length, printed.Length);
        Assert.All(publishes.Zip(printed), static pair =>
        {
            Assert.Contains($"gets ({pair.First.PassedOn})", pair.Second, StringComparison.Ordinal);
            Assert.Equal(pair.First.Warns, pair.Second.Contains($"warning {Warning}", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_name_that_is_no_instruction_set_is_one_error_of_every_build_that_says_which_there_are()
    {
        string project = package.CreateProject("Misnamed", "Console.WriteLine();");
        (int exitCode, string output) = await Dotnet.RunAsync(project, "build", "-c", "Release", "-p:NetGenInstructionSet=avx2");
        Assert.NotEqual(0, exitCode);
        const string Message = "error NETGEN0034: NetGenInstructionSet is avx2, but must be one of x86-64, x86-64-v2, x86-64-v3, x86-64-v4, native; "
            + "any other set of the native compiler goes into its own property, IlcInstructionSet";
        Assert.Contains(Message, output, StringComparison.Ordinal);
    }

    private static async Task<string> PublishAsync(string project, params string[] arguments)
    {
        (int exitCode, string output) = await Dotnet.RunAsync(
            project, ["publish", "-c", "Release", "-r", NativeCompiler.RuntimeIdentifier, "-p:PublishAot=true", "-o", "native", .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Runs a published program, or another with arguments, as on a processor whose vectors have 256 bits.</summary>
    private static async Task<string> RunAsync(string project, string program, params string[] arguments)
    {
        string file = arguments.Length > 0 ? program : Path.Combine(project, "native", program);
        (int exitCode, string output) = await Dotnet.RunProgramAsync(file, project, [("DOTNET_EnableAVX512", "0")], arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
