namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>Statements of a method that has values of every kind that people pass to networks.</summary>
internal static class MistakeHarness
{
    /// <summary>Asserts what is said of statements that the compiler refuses.</summary>
    public static Task Refused(string markedStatements, params string[] expected) => ShapeHarness.Reports(Wrap(markedStatements), isRefused: true, expected);

    /// <summary>Asserts what is said of statements that the compiler accepts.</summary>
    public static Task Accepted(string markedStatements, params string[] expected) => ShapeHarness.Reports(Wrap(markedStatements), isRefused: false, expected);

    /// <summary>A file with the statements in such a method.</summary>
    public static string Wrap(string statements) => ShapeHarness.WrapMembers($$"""
        public enum Species { Setosa, Versicolor, Virginica }
        public static void Run(
            Net net, Iris iris, DoubleNet precise, float[] x, float[] y, double[] d, int[] classes, byte[] bytes, long[] longs, bool[] flags,
            string[] names, decimal[] money, Species[] species,
            List<float> list, List<double> doubles, IEnumerable<float> some, float[][] rows, float[,] table, double[,] fine, int[,] whole,
            Memory<float> memory, ReadOnlyMemory<float> frozen,
            NdArray file, Dataset<float> data, Dataset<double> precisely, TrainingOptions options,
            Adam<float> adam, Adam<double> dadam, GradientDescent<float> descent, in Adam<float> given)
        {
            {{statements}}
        }
        """);
}
