using System.Diagnostics;
using NetGen.Benchmarks.BuildCost;
using NetGen.Benchmarks.Shapes;
using NetGen.Benchmarks.StartUp;

namespace NetGen.Benchmarks.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, "--help")]
    [InlineData(2, "quick", "--shape")]
    [InlineData(2, "quick", "--colour", "red")]
    [InlineData(2, "quick", "--threads", "0")]
    [InlineData(2, "quick", "--optimizer", "newton")]
    [InlineData(2, "first-step", "--shape", "1x1")]
    [InlineData(2, "build-cost", "--threads", "1")]
    public void The_exit_code_says_whether_the_command_line_made_sense(int code, params string[] arguments) => Assert.Equal(code, Program.Main(arguments));

    [Fact]
    public void A_first_step_can_be_taken_in_this_process()
    {
        FirstStep step = FirstStep.Take(TrainingShapes.Named("32x4-8-8-1"), Stopwatch.GetTimestamp());
        Assert.InRange(step.Step, 0, step.SinceStart);
    }

    [Fact]
    public void The_generator_writes_the_same_files_after_an_unrelated_edit()
    {
        var run = new GeneratorRun(4, 8, 8, 1);
        Assert.True(run.TextLength > 0);
        Assert.True(run.First() > 0);
        Assert.Equal(run.First(), run.AfterUnrelatedEdit());
    }
}
