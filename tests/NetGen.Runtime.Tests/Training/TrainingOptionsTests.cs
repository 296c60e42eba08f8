namespace NetGen.Runtime.Tests.Training;

public class TrainingOptionsTests
{
    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        var options = new TrainingOptions();
        Assert.Equal((100, 0, null, 32), (options.Epochs, options.FirstEpoch, options.LearningRate, options.BatchSize));
        Assert.Equal((true, 0), (options.Shuffle, options.Seed));
        Assert.Equal((null, null, null, 0), (options.Validation, options.Progress, options.ProgressInterval, options.Threads));
    }

    [Fact]
    public void A_value_that_cannot_be_meant_is_refused_where_it_is_written()
    {
        AssertRefused("Epochs is 0, but must be at least 1.", () => new TrainingOptions { Epochs = 0 });
        AssertRefused("FirstEpoch is -1, but must be the number of an epoch, from 0.", () => new TrainingOptions { FirstEpoch = -1 });
        AssertRefused("LearningRate is -0.5, but must be a finite number, not negative.", () => new TrainingOptions { LearningRate = -0.5 });
        AssertRefused("LearningRate is NaN, but must be a finite number, not negative.", () => new TrainingOptions { LearningRate = double.NaN });
        AssertRefused("BatchSize is 0, but must be at least 1, or null for the whole set.", () => new TrainingOptions { BatchSize = 0 });
        AssertRefused("ProgressInterval is 0, but must be at least 1, or null for", () => new TrainingOptions { ProgressInterval = 0 });
        AssertRefused("Threads is -1, but must be a number of threads, or 0", () => new TrainingOptions { Threads = -1 });
    }

    [Fact]
    public void The_whole_set_is_asked_for_with_null() => Assert.Null(new TrainingOptions { BatchSize = null }.BatchSize);

    private static void AssertRefused(string message, Func<object> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message);
}
