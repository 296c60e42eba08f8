using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

using static NetGen.MessageText;

namespace NetGen.CompilerServices;

/// <content>What the checks throw, apart from them so that a check stays short where it is compiled into its caller.</content>
public static partial class Guard
{
    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowPartialExample(int length, int inputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} holds {Values(length)}, but {network} takes {Inputs(inputSize)} an example: ")
            + Text($"the length must be a multiple of {inputSize}."),
        parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotOneExample(int length, int inputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} holds {Values(length)}, but must hold one example of {network}, which takes {Inputs(inputSize)}."), parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNoExample(string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} is empty, but the cost of {network} is a mean over examples: it must hold at least one."), parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLabels(int length, int count, int outputSize, string network, string parameter)
    {
        string classes = length == count ? "; class indices, one for each example, are passed as int" : "";
        throw new ArgumentException(
            Text($"{parameter} holds {Values(length)}, but {OutputsOf(count, outputSize, network)}: it must hold {(long)count * outputSize}{classes}."),
            parameter);
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowClassCount(int length, int count, int outputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} holds {Values(length)}, but x holds {Examples(count)}, each of one class of {network}: it must hold {count}")
        + Text($", or {(long)count * outputSize} as rows of labels."),
        parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowClass(int index, int value, int outputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} holds {value} at {index}, but {network} has {outputSize} classes: each must lie between 0 and {outputSize - 1}."), parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOutput(int length, int count, int outputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} has room for {Values(length)}, but {OutputsOf(count, outputSize, network)}: it must hold at least {(long)count * outputSize}."),
        parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOverlap(string network, string written, string read) => throw new ArgumentException(
        $"{written} overlaps {read}, which {network} still reads while it writes: pass memory that {read} does not touch.", written);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowTooManyOutputs(int count, int outputSize, string network, string parameter) => throw new ArgumentException(
        Text($"{OutputsOf(count, outputSize, network)}: no array holds {(long)count * outputSize} values, so predict in parts."), parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowGradients(int length, int parameterCount, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} has room for {Values(length)}, but {network} has {parameterCount} parameters: it must hold at least {parameterCount}."),
        parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowParameters(int length, int parameterCount, string network, string parameter) => throw new ArgumentException(
        Text($"{parameter} holds {Values(length)}, but {network} has {parameterCount} parameters: it must hold exactly {parameterCount}."), parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowThreads(int threads) => throw new ArgumentOutOfRangeException(
        nameof(threads), threads, Text($"threads is {threads}, but must be a number of threads, or 0 to leave it to the plan."));

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotInitialized(string network, string member) => throw new InvalidOperationException(
        $"{network} has no parameters yet, so {member} has nothing to compute with: "
        + "call Initialize, SetParameters, Load or the CopyFrom of its weights and biases first.");

    private static string OutputsOf(int count, int outputSize, string network) =>
        $"x holds {Examples(count)} and {network} gives {Counted(outputSize, "output")} an example";

    private static string Values(int count) => Counted(count, "value");

    private static string Examples(int count) => Counted(count, "example");

    private static string Inputs(int count) => Counted(count, "input");
}
