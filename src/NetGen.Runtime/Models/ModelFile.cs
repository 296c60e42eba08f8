using System.IO.Compression;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Saves and loads the parameters of a network as a .npz archive of W1 (n[1], n[0]), b1 (n[1]), W2, ..., which numpy.load reads and numpy.savez writes.
/// </summary>
public static class ModelFile
{
    /// <summary>Saves the parameters; an existing file is replaced at once, when all is written. The same parameters make the same file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, by custom with the extension .npz.</param>
    /// <exception cref="InvalidOperationException">The network has not been initialised.</exception>
    public static void Save<TNetwork, T>(TNetwork network, string path)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkDescription description = TNetwork.Description;
        if (!network.IsInitialized)
            throw new InvalidOperationException($"{description.Name} has no parameters to save: call Initialize, train it or set its parameters first.");

        using ReplacementFile file = new(path);
        using (NpzWriter writer = new(file.Stream, CompressionLevel.NoCompression))
        {
            ReadOnlySpan<T> rest = network.Parameters;
            for (int layer = 1; layer <= description.Layers.Length; layer++)
            {
                int units = description.Layers[layer - 1].Units;
                int inputs = description.Layers[layer - 1].Inputs;
                writer.Add($"W{layer}", rest[..(units * inputs)], units, inputs);
                rest = rest[(units * inputs)..];
                writer.Add($"b{layer}", rest[..units], units);
                rest = rest[units..];
            }
        }

        file.Commit();
    }

    /// <summary>Loads parameters that fit the network; when anything does not, the network stays as it is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">
    /// The file is damaged, or a tensor is missing, unknown, or has another shape or element type than the network's.
    /// </exception>
    public static void Load<TNetwork, T>(TNetwork network, string path)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkDescription description = TNetwork.Description;

        using FileStream stream = File.OpenRead(path);
        using NpzReader reader = new(stream, path, BoundedReader.DefaultMaximumBytes);
        RequireNames(path, reader.Names, description);

        // All headers are compared before any number is read.
        string elementType = ElementFormat.Of<T>().Name;
        for (int layer = 1; layer <= description.Layers.Length; layer++)
        {
            RequireWeights(path, $"W{layer}", reader.ReadHeader($"W{layer}"), elementType, layer, description);
            RequireBias(path, $"b{layer}", reader.ReadHeader($"b{layer}"), elementType, layer, description);
        }

        T[] parameters = new T[TNetwork.ParameterCount];
        Span<T> rest = parameters;
        for (int layer = 1; layer <= description.Layers.Length; layer++)
        {
            foreach (string name in (ReadOnlySpan<string>)[$"W{layer}", $"b{layer}"])
            {
                NdArray tensor = reader.Read(name);
                tensor.CopyTo(rest);
                rest = rest[tensor.Count..];
            }
        }

        network.SetParameters(parameters);
    }

    private static void RequireNames(string path, IReadOnlyList<string> names, NetworkDescription description)
    {
        string[] expected = [.. Enumerable.Range(1, description.Layers.Length).SelectMany(layer => (string[])[$"W{layer}", $"b{layer}"])];
        string[] missing = [.. expected.Except(names)];
        if (missing.Length > 0)
            throw new DataFormatException(path, $"{Listed(missing)} missing, but {description.Name} needs {string.Join(", ", expected)}.");
        string[] unknown = [.. names.Except(expected)];
        if (unknown.Length > 0)
            throw new DataFormatException(path, $"{Listed(unknown)} not part of {description.Name}, which has {string.Join(", ", expected)} and nothing else.");
    }

    private static void RequireWeights(string path, string name, NpyHeader header, string elementType, int layer, NetworkDescription description)
    {
        int units = description.Layers[layer - 1].Units;
        int inputs = description.Layers[layer - 1].Inputs;
        if (!header.Shape.AsSpan().SequenceEqual([units, inputs]))
        {
            throw new DataFormatException(
                path,
                $"{name} is {FormatShape(header)}, but layer {layer} of {description.Name} maps {Counted(inputs, "input")} to {Counted(units, "unit")}: " +
                $"{name} must be {units}x{inputs}");
        }

        RequireElementType(path, name, header, elementType, description);
    }

    private static void RequireBias(string path, string name, NpyHeader header, string elementType, int layer, NetworkDescription description)
    {
        // The notes keep biases as columns, (n, 1): the numbers are the same.
        int units = description.Layers[layer - 1].Units;
        if (!header.Shape.AsSpan().SequenceEqual([units]) && !header.Shape.AsSpan().SequenceEqual([units, 1]))
        {
            throw new DataFormatException(
                path,
                $"{name} is {FormatShape(header)}, but layer {layer} of {description.Name} has {Counted(units, "unit")}: " +
                $"{name} must be {Counted(units, "value")}");
        }

        RequireElementType(path, name, header, elementType, description);
    }

    private static void RequireElementType(string path, string name, NpyHeader header, string elementType, NetworkDescription description)
    {
        if (header.Format.Name != elementType)
        {
            throw new DataFormatException(
                path,
                $"{name} is {header.Format.Name}, but {description.Name} computes in {elementType}: " +
                $"save it as {elementType}, in NumPy with {name}.astype('{elementType}')");
        }
    }

    private static string FormatShape(NpyHeader header) =>
        header.Shape.Length == 1 ? Counted(header.Shape[0], "value") : NdArray.FormatShape(header.Shape.AsSpan());

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Listed(string[] names) => $"{string.Join(", ", names)} {(names.Length == 1 ? "is" : "are")}";
}
