using System.Reflection;

namespace NetGen.Generator.Tests.Projects;

/// <summary>
/// Every member of a network works whenever a user's code can run: the static fields of a class are initialized in the order of its text, the user's before
/// those of emitted files.
/// </summary>
public sealed class StaticStateTests : IClassFixture<StaticStateTests.Networks>
{
    /// <summary>
    /// What each class does before anything else of its assembly has run. In each, Everything() makes a network and calls every member that is emitted.
    /// </summary>
    private static readonly (string Name, string Members, string Probe)[] Cases =
    [
        ("Field", "public static readonly Field Default = Everything();", "Field.Default"),
        ("Property", "public static Property Default { get; } = Everything();", "Property.Default"),
        ("Constructor", "public static readonly Constructor Default; static Constructor() { Default = Everything(); }", "Constructor.Default"),
        ("Deferred", "public static readonly Lazy<Deferred> Default = new(Everything);", "Deferred.Default.Value"),
        ("Thread", "[ThreadStatic] public static Thread? Default = Everything();", "Thread.Default"),
        ("Inner", "public static class Models { public static readonly Inner Default = Everything(); }", "Inner.Models.Default"),
        ("Snapshot", "public static readonly Predictor Default = Everything().CreatePredictor();", "Snapshot.Default.Predict([0, 1]).Length"),
        ("First", "public static readonly First Default = Everything(); public static readonly Second Other = Second.Default;", "First.Default"),
        ("Second", "public static readonly First Other = First.Default; public static readonly Second Default = Everything();", "First.Default"),
        ("Described", "public static readonly int Count = Description.ParameterCount + ParameterCount + Description.Layers.Length;", "Described.Count"),
        (
            "Held",
            "public sealed class Holder<TNet> where TNet : class, new() { public static readonly TNet Net = new(); } "
                + "public static readonly Held Default = Holder<Held>.Net;",
            "Held.Default.IsInitialized"
        ),
        (
            "OfModule",
            "public static OfModule? Default; [ModuleInitializer] internal static void Start() => Default = Everything();",
            "OfModule.Default ?? throw new InvalidOperationException()"
        ),
    ];

    private readonly Networks networks;

    public StaticStateTests(Networks networks) => this.networks = networks;

    public static TheoryData<string> Names => [.. Cases.Select(static item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_works_in_the_first_code_that_touches_the_class(string name) => Assert.NotNull(networks.Probe(name));

    [Fact]
    public void A_declared_array_that_is_not_there_yet_is_named()
    {
        var type = networks.Assembly.GetType("Early")!;
        var thrown = Assert.Throws<TargetInvocationException>(() => type.GetField("Default")!.GetValue(null) is null ? null : new object());
        string messages = string.Join(' ', Causes(thrown).Select(static cause => cause.Message));
        Assert.Contains("Trained, declared as W1 of Early, is null", messages, StringComparison.Ordinal);
    }

    [Fact]
    public void No_emitted_part_of_the_users_class_holds_static_state() => Assert.All(
        Cases,
        item => Assert.All(
            networks.Assembly.GetType(item.Name)!.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
            static field => Assert.True(field.IsLiteral || field.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null, field.Name)));

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string Class(string name, string members) => $$"""
        [Layers(2, 3, 1)]
        public sealed partial class {{name}}
        {
            {{members}}

            [Weights(1)] private static float[,] Trained => new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } };

            private static {{name}} Everything()
            {
                float[] x = [0, 0, 0, 1, 1, 0, 1, 1];
                float[] y = [0, 1, 1, 0];
                var data = Dataset<float>.FromRows(x, 2, y, 1);
                var net = new {{name}}();
                if (net.IsInitialized || Description.Name != "{{name}}" || Description.ParameterCount != 13)
                    throw new InvalidOperationException("not as declared");
                net.Initialize(1);
                net.Initialize(new NumPyRandom(1));
                net.LoadDeclaredParameters();
                net.SetParameters(net.Parameters.ToArray());
                net.W2.CopyFrom(net.W2.ToArray());
                net.b1.CopyFrom(net.b1.ToArray());
                net.Fit(data, new TrainingOptions { Epochs = 1 });
                net.Fit(data, new Adam<float>(0.01), new TrainingOptions { Epochs = 1 });
                var optimizer = new Momentum<float>(0.1);
                net.TrainStep(x, y, 0.1);
                net.TrainStep(x, y, ref optimizer);
                _ = net.TrainStepWithCost(x, y, ref optimizer);
                net.Predict(x, new float[4]);
                _ = net.PredictClass(net.Predict(x).AsSpan(0, 2));
                _ = net.CreatePredictor().Predict(x);
                _ = net.Forward(x);
                net.ComputeGradients(x, y, new float[ParameterCount]);
                if (!net.CheckGradients(x, y).ToString()!.Contains("agree", StringComparison.OrdinalIgnoreCase)
                    || !double.IsFinite(net.Evaluate(data).Cost + net.Cost(x, y)))
                    throw new InvalidOperationException("not computed as declared");
                var stream = new MemoryStream();
                net.Save(stream);
                stream.Position = 0;
                net.Load(stream);
                return net;
            }
        }
        """;

    /// <summary>The networks of all cases, built once and loaded so that nothing of them has run.</summary>
    public sealed class Networks
    {
        public Networks()
        {
            string probes = string.Join('\n', Cases.Select(static item => $"public static object? Read{item.Name}() => {item.Probe};"));
            Assembly = new Project($$"""
                using System;
                using System.IO;
                using System.Runtime.CompilerServices;

                {{string.Join('\n', Cases.Select(static item => Class(item.Name, item.Members)))}}

                [Layers(2, 1)]
                public sealed partial class Early
                {
                    public static readonly Early Default = Create();
                    [Weights(1)] private static readonly float[] Trained = { 1, 2 };
                    private static Early Create() { var net = new Early(); net.LoadDeclaredParameters(); return net; }
                }

                public static class Probes
                {
                    {{probes}}
                }
                """).Load();
        }

        public Assembly Assembly { get; }

        public object? Probe(string name) => Assembly.GetType("Probes")!.GetMethod("Read" + name)!.Invoke(null, null);
    }
}
