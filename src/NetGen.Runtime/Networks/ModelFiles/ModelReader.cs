using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Reads the parameters of one network from an archive, and refuses all that was not meant for it.</summary>
/// <param name="archive">The archive.</param>
/// <param name="file">What messages call it.</param>
/// <param name="network">The network.</param>
/// <param name="options">What may be passed over.</param>
internal sealed class ModelReader<T>(NpzArchive archive, string file, NetworkDescription network, ModelLoadOptions options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string Relief = $"To take the numbers all the same, ignore {ModelDescriptionFormat.ArrayName} (ModelLoadOptions.Ignore).";

    private readonly ImmutableArray<ParameterDescription> tensors = network.Parameters;

    /// <summary>Reads what the archive says of itself.</summary>
    internal static ModelInfo<T> ReadInfo(NpzArchive archive, string file) =>
        archive.Contains(ModelDescriptionFormat.ArrayName)
            ? ModelDescriptionFormat.Read<T>(ReadText(archive, file), file)
            : new();

    /// <summary>Reads and checks everything, then sets the parameters.</summary>
    internal ModelInfo<T> ReadInto<TNetwork>(TNetwork target)
        where TNetwork : class, INetwork<TNetwork, T>
    {
        RequireIgnorable();
        RequireNames();

        // All headers are compared before any number is read.
        foreach (ParameterDescription tensor in tensors)
        {
            RequireHeader(tensor, archive.ReadHeader(tensor.Name));
        }

        ModelInfo<T> info = options.Ignore.Contains(ModelDescriptionFormat.ArrayName) ? new() : ReadInfo(archive, file);
        if (info.Network is not null)
        {
            RequireSame(info.Network);
        }

        T[] parameters = new T[network.ParameterCount];
        foreach (ParameterDescription tensor in tensors)
        {
            archive.Read(tensor.Name).CopyTo(parameters.AsSpan(tensor.Offset, tensor.Count));
        }

        if (!options.AllowNonFinite && ParameterLayout.FindNonFinite<T>(network, parameters) is { } place)
        {
            throw new DataFormatException(
                file, $"{place}, with which {network.Name} would predict nothing. Load it all the same with ModelLoadOptions.AllowNonFinite.");
        }

        target.SetParameters(parameters);
        return info;
    }

    private static byte[] ReadText(NpzArchive archive, string file)
    {
        NdArray text = archive.Read(ModelDescriptionFormat.ArrayName);
        return text.ElementType == typeof(byte)
            ? text.ToArray<byte>()
            : throw new DataFormatException(
                file, $"{ModelDescriptionFormat.ArrayName}, which says what the file holds, is {text}, but must be bytes: remove or ignore it.");
    }

    private void RequireIgnorable()
    {
        foreach (ParameterDescription tensor in tensors)
        {
            if (options.Ignore.Contains(tensor.Name))
            {
                throw new ArgumentException(
                    $"{tensor.Name} cannot be ignored, because {network.Name} needs it: only what is no parameter can be.",
                    nameof(options));
            }
        }
    }

    private void RequireNames()
    {
        string[] expected = [.. tensors.Select(tensor => tensor.Name)];
        string[] missing = [.. expected.Except(archive.Names)];
        if (missing.Length > 0)
        {
            throw new DataFormatException(file, $"{Listed(missing)} missing, but {network.Name} needs {string.Join(", ", expected)}.");
        }

        string[] unknown = [.. archive.Names.Except(expected).Where(name => name != ModelDescriptionFormat.ArrayName && !options.Ignores(name))];
        if (unknown.Length > 0)
        {
            throw new DataFormatException(
                file,
                $"{Listed(unknown)} not part of {network.Name}, which has {string.Join(", ", expected)} and nothing else. "
                + "To load the rest, name what does not matter in ModelLoadOptions.Ignore.");
        }
    }

    private void RequireHeader(ParameterDescription tensor, NpyHeader header)
    {
        int units = tensor.Shape[0];
        ReadOnlySpan<int> shape = header.Shape.AsSpan();

        // The notes keep biases as columns, (n, 1): the numbers are the same.
        bool fits = shape.SequenceEqual(tensor.Shape.Dimensions.AsSpan()) || (tensor.Shape.Rank == 1 && shape.SequenceEqual([units, 1]));
        if (!fits)
        {
            string layer = tensor.Shape.Rank == 1
                ? Text($"layer {tensor.Layer} of {network.Name} has {Counted(units, "unit")}: {tensor.Name} must be {Counted(units, "value")}")
                : Text($"layer {tensor.Layer} of {network.Name} {network.Layers[tensor.Layer - 1].Mapping}: {tensor.Name} must be {tensor.Shape}");
            throw new DataFormatException(file, $"{tensor.Name} is {FormatShape(header)}, but {layer}");
        }

        string elementType = ElementFormat.Of<T>().Name;
        if (header.Format.Name != elementType)
        {
            throw new DataFormatException(
                file,
                $"{tensor.Name} is {header.Format.Name}, but {network.Name} computes in {elementType}: "
                + $"save it as {elementType}, in NumPy with {tensor.Name}.astype('{elementType}')");
        }
    }

    /// <summary>Checks that the network that was saved computes the same function of its parameters, and was trained for the same loss.</summary>
    private void RequireSame(NetworkDescription saved)
    {
        string own = Sizes(network);
        if (Sizes(saved) != own)
        {
            throw new DataFormatException(
                file, $"it says that it holds {saved.Name}, {Sizes(saved)}, but its tensors are those of {own}: somebody changed one of both. {Relief}");
        }

        for (int layer = 1; layer <= network.Layers.Length; layer++)
        {
            string there = FunctionOf(saved, layer);
            string here = FunctionOf(network, layer);
            if (there != here)
            {
                throw new DataFormatException(
                    file,
                    Text($"layer {layer} of {saved.Name}, which was saved, is {there}, but layer {layer} of {network.Name} is {here}: ")
                    + $"declare it as it was saved. {Relief}");
            }
        }

        if (saved.Loss != network.Loss)
        {
            throw new DataFormatException(
                file,
                $"{saved.Name}, which was saved, was trained for {saved.Loss}, but {network.Name} is for {network.Loss}: declare it as it was saved. {Relief}");
        }
    }

    private static string Sizes(NetworkDescription network) =>
        string.Join(
            '-',
            network.Layers.Select(layer => layer.OutputSize).Prepend(network.InputSize).Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a layer computes, and of what where that is not the layer before.</summary>
    private static string FunctionOf(NetworkDescription network, int number)
    {
        LayerDescription layer = network.Layers[number - 1];
        ImmutableArray<int> sources = LayerSources.Of(layer, number);
        return sources is [int only] && only == number - 1 ? layer.Function : $"{layer.Function} of layer {string.Join(" and ", sources)}";
    }

    private static string FormatShape(NpyHeader header) =>
        header.Shape.Length == 1 ? Counted(header.Shape[0], "value") : NdArray.FormatShape(header.Shape.AsSpan());

    private static string Listed(string[] names) => $"{string.Join(", ", names)} {(names.Length == 1 ? "is" : "are")}";
}
