using System.Numerics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// In a debug build of the consumer, a network that is changed while something else uses it says so; in a release build there is nothing that could.
/// </summary>
public class OverlapTests
{
    private const string Source = """
        using System;
        using System.Threading;

        /// <summary>The tiled plan.</summary>
        [Layers(20, 30, 4)]
        public sealed partial class Tiled;

        /// <summary>The register plan.</summary>
        [Layers(3, 5, 1)]
        public sealed partial class Small;

        internal struct Calling : IOptimizer<float>
        {
            public Action Call;
            public double LearningRate { get; set; }
            public void BeginStep(NetworkDescription network) { }
            public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns) { }
            public void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
                where TPiece : struct
                where TMath : struct, IPieceMath<TPiece, float> => Call();
        }

        /// <summary>What the tests call.</summary>
        public static class Uses
        {
            private static readonly float[] X = new float[5 * 20];
            private static readonly float[] Y = [.. System.Linq.Enumerable.Repeat(0.25f, 5 * 4)];

            /// <summary>What a call throws in the update of a step, on the thread of the step or on another; null where nothing.</summary>
            /// <param name="call">The member.</param>
            /// <param name="onOtherThread">On which thread.</param>
            public static Exception? InUpdate(string call, bool onOtherThread)
            {
                var network = new Tiled();
                network.Initialize(1);
                Exception? failure = null;
                int calls = 0;
                var optimizer = new Calling
                {
                    Call = () =>
                    {
                        if (calls++ != 2)
                            return;
                        if (!onOtherThread)
                        {
                            failure = Try(network, call);
                            return;
                        }
                        var thread = new Thread(() => failure = Try(network, call));
                        thread.Start();
                        thread.Join();
                    },
                };
                network.TrainStep(X, Y, ref optimizer, threads: 1);
                return failure;
            }

            private static Exception? Try(Tiled network, string call)
            {
                var descent = new GradientDescent<float>(0.1);
                try
                {
                    switch (call)
                    {
                        case "Predict": network.Predict(X); break;
                        case "Predict one": network.Predict(X.AsSpan(0, 20)); break;
                        case "PredictClass": network.PredictClass(X.AsSpan(0, 20)); break;
                        case "Cost": network.Cost(X, Y); break;
                        case "ComputeGradients": network.ComputeGradients(X, Y, new float[Tiled.ParameterCount]); break;
                        case "Forward": network.Forward(X); break;
                        case "CreatePredictor": network.CreatePredictor(); break;
                        case "Save": network.Save("never written.npz"); break;
                        case "TrainStep": network.TrainStep(X, Y, 0.1); break;
                        case "ApplyGradients": network.ApplyGradients(new float[Tiled.ParameterCount], ref descent); break;
                        case "SetParameters": network.SetParameters(new float[Tiled.ParameterCount]); break;
                        case "Initialize": network.Initialize(2); break;
                        case "CopyFrom": network.W2.CopyFrom(new float[4, 30]); break;
                        default: throw new ArgumentException(call);
                    }
                    return null;
                }
                catch (Exception exception)
                {
                    return exception;
                }
            }

            /// <summary>Everything that may be called between steps and by many at once.</summary>
            public static void Allowed()
            {
                var network = new Tiled();
                var data = Dataset<float>.FromRows(X, 20, new int[5], 4);
                network.Fit(data, new TrainingOptions
                {
                    Epochs = 3, LearningRate = 0.1, Validation = data, ProgressInterval = 1, Progress = new Reporter(() =>
                    {
                        network.Predict(X);
                        network.Evaluate(data);
                        network.CreatePredictor().Predict(X);
                        network.SetParameters(network.Parameters);
                        network.b1.CopyFrom(network.b1.AsSpan());
                        network.TrainStep(X, Y, 0.1);
                    }),
                });
                var small = new Small();
                small.TrainStep(new float[6], new float[2], 0.1);
                var threads = new Thread[6];
                int failures = 0;
                for (int i = 0; i < threads.Length; i++)
                {
                    threads[i] = new Thread(() =>
                    {
                        try
                        {
                            for (int repeat = 0; repeat < 200; repeat++)
                            {
                                network.Predict(X);
                                network.Cost(X, Y);
                                network.ComputeGradients(X, Y, new float[Tiled.ParameterCount]);
                                network.CreatePredictor();
                                small.Predict(new float[3]);
                            }
                        }
                        catch (InvalidOperationException)
                        {
                            Interlocked.Increment(ref failures);
                        }
                    });
                    threads[i].Start();
                }
                foreach (Thread thread in threads)
                    thread.Join();
                if (failures > 0)
                    throw new Exception("Readers were taken for writers.");
            }

            /// <summary>An update that throws leaves nothing behind.</summary>
            public static void AfterAFailure()
            {
                var network = new Tiled();
                network.Initialize(1);
                var optimizer = new Calling { Call = () => throw new InvalidTimeZoneException() };
                try { network.TrainStep(X, Y, ref optimizer); } catch (InvalidTimeZoneException) { }
                network.Predict(X);
                network.TrainStep(X, Y, 0.1);
                try { network.Save("/no such folder/at all.npz"); } catch (System.IO.IOException) { }
                network.TrainStep(X, Y, 0.1);
            }

            private sealed class Reporter(Action action) : IProgress<TrainingProgress>
            {
                public void Report(TrainingProgress value) => action();
            }
        }
        """;

    public static TheoryData<string> Readers => ["Predict", "Predict one", "PredictClass", "Cost", "ComputeGradients", "Forward", "CreatePredictor", "Save"];

    public static TheoryData<string> Writers => ["TrainStep", "ApplyGradients", "SetParameters", "Initialize", "CopyFrom"];

    [Theory]
    [MemberData(nameof(Readers))]
    [MemberData(nameof(Writers))]
    public void ADebugBuildNamesTheNetworkAndBothOperations(string call)
    {
        using CompiledNetworks networks = NetworkCompiler.LoadDebug(Source);
        string name = call == "CopyFrom" ? "CopyFrom of W2" : call.StartsWith("Predict", StringComparison.Ordinal) ? "Predict" : call;
        foreach (bool onOtherThread in (bool[])[false, true])
        {
            var exception = Assert.IsType<InvalidOperationException>(networks.Call("Uses", "InUpdate", call, onOtherThread));
            Assert.StartsWith($"{name} of Tiled was called while TrainStep is changing the parameters", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatMayOverlapIsNotFlagged(bool isDebug)
    {
        using CompiledNetworks networks = isDebug ? NetworkCompiler.LoadDebug(Source) : NetworkCompiler.Load(Source);
        networks.Call("Uses", "Allowed");
        networks.Call("Uses", "AfterAFailure");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AReleaseBuildReadsWhatIsThere(string call)
    {
        using CompiledNetworks networks = NetworkCompiler.Load(Source);
        foreach (bool onOtherThread in (bool[])[false, true])
        {
            Assert.Null(networks.Call("Uses", "InUpdate", call, onOtherThread));
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void AReleaseBuildRefusesToChangeParametersInAStep(string call)
    {
        using CompiledNetworks networks = NetworkCompiler.Load(Source);
        Assert.IsType<InvalidOperationException>(networks.Call("Uses", "InUpdate", call, true));
    }

    [Fact]
    public void APredictorMadeBesideSetParametersIsNoticedInADebugBuild()
    {
        using CompiledNetworks networks = NetworkCompiler.LoadDebug(Source);
        networks.Run("Tiled", new SnapshotsBesideWrites());
    }

    [Fact]
    public void AReleaseBuildHasNoCallAndNoHandlerThatWatchesReaders()
    {
        using var reader = new PEReader(new MemoryStream(NetworkCompiler.ReleaseImage(Source)));
        MetadataReader metadata = reader.GetMetadataReader();
        Assert.DoesNotContain(metadata.MemberReferences, handle => metadata.GetString(metadata.GetMemberReference(handle).Name) is "Reading");
        MethodDefinition predict = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => metadata.GetString(type.Name) == "Kernels")
            .SelectMany(type => type.GetMethods())
            .Select(metadata.GetMethodDefinition)
            .First(method => metadata.GetString(method.Name) == "Predict");
        Assert.Empty(reader.GetMethodBody(predict.RelativeVirtualAddress).ExceptionRegions);
    }

    /// <summary>One thread replaces the parameters, the other makes predictors, until one of them notices.</summary>
    private sealed class SnapshotsBesideWrites : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = new TNet();
            network.Initialize(seed: 1);
            T[] parameters = network.Parameters.ToArray();
            Func<object> createPredictor = typeof(TNet).GetMethod("CreatePredictor")!.CreateDelegate<Func<object>>(network);
            InvalidOperationException? noticed = null;
            void UntilNoticed(Action action)
            {
                try
                {
                    while (Volatile.Read(ref noticed) is null)
                    {
                        action();
                    }
                }
                catch (InvalidOperationException exception)
                {
                    Volatile.Write(ref noticed, exception);
                }
            }

            var writer = new Thread(() => UntilNoticed(() => network.SetParameters(parameters)));
            writer.Start();
            UntilNoticed(() => createPredictor());
            writer.Join();
            Assert.Contains("SetParameters", noticed!.Message, StringComparison.Ordinal);
            Assert.Contains("CreatePredictor", noticed.Message, StringComparison.Ordinal);
        }
    }
}
