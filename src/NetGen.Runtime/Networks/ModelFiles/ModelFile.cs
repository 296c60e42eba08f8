using System.Numerics;

namespace NetGen;

/// <summary>
/// Saves and loads the parameters of a network as a .npz archive of W1 (n[1], n[0]), b1 (n[1]), W2, ..., which numpy.load reads and numpy.savez writes. One
/// more array, __netgen__, says what they belong to; see <see cref="ModelInfo{T}"/>.
/// </summary>
public static class ModelFile
{
    /// <summary>
    /// Saves the parameters. The same parameters make the same file. An existing one is replaced at once, when all is written, and keeps its permissions;
    /// whatever goes wrong on the way, it stays as it is and nothing is left beside it. What a symbolic link leads to is replaced; pipes and devices are
    /// written through. A process that is killed leaves a file named path.netgen-(16 hexadecimal digits).tmp, which the next save removes.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, by custom with the extension .npz.</param>
    /// <param name="options">What is saved with the parameters, and whether they may be NaN or infinite.</param>
    /// <exception cref="InvalidOperationException">The network has not been initialized, or a parameter is not finite and that was not allowed.</exception>
    /// <exception cref="ArgumentException">Class names or a scaling do not fit the network.</exception>
    /// <exception cref="IOException">The file cannot be written: the path is a folder, its folder does not exist, the disk is full, ...</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Save<TNetwork, T>(TNetwork network, string path, ModelSaveOptions<T>? options = null)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] description = Describe<TNetwork, T>(network, options);
        using ReplacementFile file = new(path);
        Write(TNetwork.Description, network.Parameters, file.Stream, description);
        file.Commit();
    }

    /// <summary>Saves the parameters to a stream, with the bytes that a file would have.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">A stream that can be written to, from where it is; it need not seek, and is left open after what was saved.</param>
    /// <param name="options">What is saved with the parameters, and whether they may be NaN or infinite.</param>
    /// <exception cref="InvalidOperationException">The network has not been initialized, or a parameter is not finite and that was not allowed.</exception>
    /// <exception cref="ArgumentException">The stream cannot be written to, or class names or a scaling do not fit the network.</exception>
    public static void Save<TNetwork, T>(TNetwork network, Stream stream, ModelSaveOptions<T>? options = null)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        StreamGuard.Writable(stream);
        byte[] description = Describe<TNetwork, T>(network, options);
        Write(TNetwork.Description, network.Parameters, stream, description);
        stream.Flush();
    }

    /// <summary>Loads parameters that fit the network; when anything does not, the network stays as it is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What may be passed over.</param>
    /// <returns>What the file says of itself.</returns>
    /// <exception cref="DataFormatException">
    /// The file is damaged; a tensor is missing, unknown, not finite, or has another shape or element type than the network's; or the file says that it was
    /// saved with other activations or another loss.
    /// </exception>
    /// <exception cref="ArgumentException">A name that is to be ignored is neither the file's nor the network's.</exception>
    /// <exception cref="InvalidOperationException">Parameters of the network are to be ignored, but it has no values of its own yet.</exception>
    public static ModelInfo<T> Load<TNetwork, T>(TNetwork network, string path, ModelLoadOptions? options = null)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        using NpzArchive archive = NpzFile.Open(path, MaximumBytes<TNetwork, T>());
        return new ModelReader<T>(archive, path, TNetwork.Description, options ?? new()).ReadInto(network);
    }

    /// <summary>Loads parameters that fit the network from a stream; when anything does not, the network stays as it is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">A stream from where it is to its end, where it is left open. One that cannot seek is read into memory first.</param>
    /// <param name="options">What may be passed over.</param>
    /// <returns>What the model says of itself.</returns>
    /// <exception cref="DataFormatException">
    /// The data is damaged; a tensor is missing, unknown, not finite, or has another shape or element type than the network's; or the data says that it was
    /// saved with other activations or another loss.
    /// </exception>
    /// <exception cref="ArgumentException">The stream cannot be read, or a name that is to be ignored is neither its nor the network's.</exception>
    /// <exception cref="InvalidOperationException">Parameters of the network are to be ignored, but it has no values of its own yet.</exception>
    public static ModelInfo<T> Load<TNetwork, T>(TNetwork network, Stream stream, ModelLoadOptions? options = null)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        string name = NameOf(stream);
        using NpzArchive archive = NpzFile.Open(stream, name, MaximumBytes<TNetwork, T>());
        return new ModelReader<T>(archive, name, TNetwork.Description, options ?? new()).ReadInto(network);
    }

    /// <summary>Reads what a model file says of itself, and no parameters.</summary>
    /// <param name="path">The file.</param>
    /// <typeparam name="T">The element type in which the scaling is read: float or double.</typeparam>
    /// <exception cref="DataFormatException">The file is damaged, or of a newer version.</exception>
    public static ModelInfo<T> ReadInfo<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using NpzArchive archive = NpzFile.Open(path);
        return ModelReader<T>.ReadInfo(archive, path);
    }

    /// <summary>Reads what a model in a stream says of itself, and no parameters.</summary>
    /// <param name="stream">A stream from where it is to its end, where it is left open. One that cannot seek is read into memory first.</param>
    /// <typeparam name="T">The element type in which the scaling is read: float or double.</typeparam>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The data is damaged, or of a newer version.</exception>
    public static ModelInfo<T> ReadInfo<T>(Stream stream)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string name = NameOf(stream);
        using NpzArchive archive = NpzFile.Open(stream, name);
        return ModelReader<T>.ReadInfo(archive, name);
    }

    /// <summary>Saves parameters that a network had, or could have, and nothing with them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">All of its parameters, finite.</param>
    /// <param name="path">The file.</param>
    internal static void Save<T>(NetworkDescription network, ReadOnlySpan<T> parameters, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ReplacementFile file = new(path);
        Write(network, parameters, file.Stream, ModelDescriptionFormat.Write(network, new ModelSaveOptions<T>()));
        file.Commit();
    }

    private static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "The stream";

    /// <summary>What an array may hold: no less than the parameters of the network take.</summary>
    private static unsafe long MaximumBytes<TNetwork, T>()
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Math.Max(BoundedReader.DefaultMaximumBytes, (long)TNetwork.ParameterCount * sizeof(T));

    /// <summary>Checks all that can be wrong with what is to be saved, before anything is written.</summary>
    private static byte[] Describe<TNetwork, T>(TNetwork network, ModelSaveOptions<T>? options)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new();
        NetworkDescription description = TNetwork.Description;
        if (!network.IsInitialized)
        {
            throw new InvalidOperationException($"{description.Name} has no parameters to save: call Initialize, train it or set its parameters first.");
        }

        ModelDescriptionFormat.RequireSizes(description, options.ClassNames.Count, options.InputScaling, options.OutputScaling);
        if (!options.AllowNonFinite && ParameterLayout.FindNonFinite(description, network.Parameters) is { } place)
        {
            throw new InvalidOperationException(
                $"{description.Name} is not saved: {place}, so its training has failed. Save it all the same with ModelSaveOptions.AllowNonFinite.");
        }

        return ModelDescriptionFormat.Write(description, options);
    }

    private static void Write<T>(NetworkDescription network, ReadOnlySpan<T> parameters, Stream stream, byte[] description)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NpzWriter writer = new(stream, compress: false);
        foreach (ParameterDescription tensor in network.Parameters)
        {
            writer.Add(tensor.Name, parameters.Slice(tensor.Offset, tensor.Count), tensor.Shape.Dimensions.AsSpan());
        }

        writer.Add<byte>(ModelDescriptionFormat.ArrayName, description, description.Length);
        writer.End();
    }
}
