using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NetGen.Runtime.Tests.Data;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>What those who observe the process are told of a training.</summary>
public class TelemetryTests
{
    [Fact]
    public void A_listener_hears_examples_costs_rates_and_the_norm_and_changes_nothing()
    {
        var options = new TrainingOptions { Epochs = 3, BatchSize = 2, ProgressInterval = 2, Validation = Points, LearningRate = 0.25 };
        WatchedNet quiet = new(), watched = new();
        Train(quiet, options);
        ConcurrentQueue<(string Name, double Value)> heard = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Telemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        TrainingResult result = Train(watched, options);

        Assert.Equal(quiet.Parameters.ToArray(), watched.Parameters.ToArray());
        Assert.Equal([5.0, 5.0, 5.0], Of("netgen.training.examples"));
        Assert.Equal(result.History.Select(record => record.Cost), Of("netgen.training.cost"));
        Assert.Equal(result.History.Select(record => record.ValidationCost!.Value), Of("netgen.training.validation.cost"));
        Assert.Equal([0.25, 0.25], Of("netgen.training.learning_rate"));
        Assert.Equal(2, Of("netgen.training.gradient.norm").Count(norm => norm > 0.0));

        void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags[0] is { Key: "netgen.network.name", Value: nameof(WatchedNet) })
            {
                heard.Enqueue((instrument.Name, value));
            }
        }

        IEnumerable<double> Of(string name) => heard.Where(note => note.Name == name).Select(note => note.Value);
    }

    [Fact]
    public void A_training_is_an_activity_with_checkpoints_below_it()
    {
        ConcurrentQueue<Activity> ended = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (nameof(WatchedNet).Equals(activity.GetTagItem("netgen.network.name")))
                {
                    ended.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using TemporaryFolder folder = new();
        Train(new WatchedNet(), new() { Epochs = 2, Checkpoints = new(folder["c"]) { EveryEpochs = 1 } });
        Assert.Equal(["netgen.checkpoint", "netgen.checkpoint", "netgen.fit"], ended.Select(activity => activity.OperationName));
        Activity fit = ended.Last();
        Assert.All(ended.SkipLast(1), checkpoint => Assert.Equal(fit.SpanId, checkpoint.ParentSpanId));
        object?[] tags = [fit.GetTagItem("netgen.training.end"), fit.GetTagItem("netgen.training.epochs"), fit.GetTagItem("netgen.training.set.size")];
        Assert.Equal(["Completed", 2, 5], tags);
    }

    private static TrainingResult Train(WatchedNet network, TrainingOptions options) =>
        Trainer.Fit(network, Points, new GradientDescent<double>(), options);

    /// <summary>A name that no other test trains, since all of the process are heard.</summary>
    private sealed class WatchedNet : OneLayerNetwork<WatchedNet, double>, INetwork<WatchedNet, double>
    {
        public static NetworkDescription Description { get; } =
            new(nameof(WatchedNet), [new DenseDescription(2, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.Zeros);

        public static int InputSize => 2;

        public static int OutputSize => 1;

        public static int ParameterCount => 3;
    }
}
