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

    /// <summary>Reads and checks everything, then sets the parameters; what is passed over keeps the values of the network.</summary>
    internal ModelInfo<T> ReadInto<TNetwork>(TNetwork target)
        where TNetwork : class, INetwork<TNetwork, T>
    {
        RequireKnown();
        RequireNames();
        ImmutableArray<ParameterDescription> loaded = [.. tensors.Where(tensor => !options.Keeps(tensor.Name))];
        RequireRest(loaded, target.IsInitialized);

        // All headers are compared before any number is read.
        foreach (ParameterDescription tensor in loaded)
        {
            RequireHeader(tensor, archive.ReadHeader(tensor.Name));
        }

        ModelInfo<T> info = options.Ignore.Contains(ModelDescriptionFormat.ArrayName) ? new() : ReadInfo(archive, file);
        if (info.Network is not null)
        {
            RequireSame(info.Network, loaded);
        }

        T[] parameters = loaded.Length == tensors.Length ? new T[network.ParameterCount] : target.Parameters.ToArray();
        foreach (ParameterDescription tensor in loaded)
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

    /// <summary>Checks that each name to be passed over is one of the file or of the network: one that is neither was meant for another.</summary>
    private void RequireKnown()
    {
        string[] known = [.. tensors.Select(static tensor => tensor.Name).Union(archive.Names).Append(ModelDescriptionFormat.ArrayName).Distinct()];
        foreach (string name in options.Ignore)
        {
            if (!name.EndsWith('*') && !known.Contains(name))
            {
                throw new ArgumentException(
                    $"{nameof(options.Ignore)} names {name}, which neither the file nor {network.Name} has: there are {string.Join(", ", known)}.",
                    nameof(options));
            }
        }
    }

    private void RequireNames()
    {
        string[] expected = [.. tensors.Select(tensor => tensor.Name)];
        string[] missing = [.. expected.Except(archive.Names).Where(name => !options.Keeps(name))];
        string[] unknown = [.. archive.Names.Except(expected).Where(name => name != ModelDescriptionFormat.ArrayName && !options.Ignores(name))];
        if (missing.Length > 0)
        {
            throw new DataFormatException(
                file,
                unknown.Length == 0
                    ? $"{Listed(missing)} missing, which {network.Name} needs. "
                        + "To keep the network's own values, name what is missing in ModelLoadOptions.Ignore."
                    : $"{Listed(missing)} missing, which {network.Name} needs, and {Listed(unknown)} not part of it: "
                        + "name the layers as they were saved, or name what does not matter in ModelLoadOptions.Ignore.");
        }

        if (unknown.Length > 0)
        {
            throw new DataFormatException(
                file,
                $"{Listed(unknown)} not part of {network.Name}, which has {string.Join(", ", expected)} and nothing else. "
                + "To load the rest, name what does not matter in ModelLoadOptions.Ignore.");
        }
    }

    /// <summary>Checks that something is loaded, and that what is not has values.</summary>
    private void RequireRest(ImmutableArray<ParameterDescription> loaded, bool isInitialized)
    {
        if (loaded.IsEmpty)
        {
            throw new DataFormatException(file, $"nothing of {network.Name} would be loaded: all that it has is ignored.");
        }

        if (loaded.Length < tensors.Length && !isInitialized)
        {
            string[] rest = [.. tensors.Except(loaded).Select(static tensor => tensor.Name)];
            throw new InvalidOperationException($"{Listed(rest)} ignored, but {network.Name} has no values of its own yet: call Initialize before Load.");
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
            string owner = LayerTerm.Of(network, tensor.Layer);
            string layer = tensor.Shape.Rank == 1
                ? Text($"{owner} has {Counted(units, "unit")}: {tensor.Name} must be {Counted(units, "value")}")
                : Text($"{owner} {network.Layers[tensor.Layer - 1].Mapping}: {tensor.Name} must be {tensor.Shape}");
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

    /// <summary>
    /// Checks that the network that was saved computes the same function of its parameters, and was trained for the same loss. Of a network that takes only
    /// some arrays, the layers that have them: the rest is its own.
    /// </summary>
    private void RequireSame(NetworkDescription saved, ImmutableArray<ParameterDescription> loaded)
    {
        if (loaded.Length < tensors.Length)
        {
            foreach (ParameterDescription tensor in loaded)
            {
                if (saved.Parameters.FirstOrDefault(other => other.Name == tensor.Name) is { } there)
                {
                    string said = saved.Layers[there.Layer - 1].Function, meant = network.Layers[tensor.Layer - 1].Function;
                    if (said != meant)
                    {
                        throw Differs(saved, there.Layer, said, tensor.Layer, meant);
                    }
                }
            }

            return;
        }

        string own = Sizes(network);
        if (Sizes(saved) != own)
        {
            throw new DataFormatException(
                file, $"it says that it holds {saved.Name}, {Sizes(saved)}, but its tensors are those of {own}: somebody changed one of both. {Relief}");
        }

        for (int layer = 1; layer <= network.Layers.Length; layer++)
        {
            LayerDescription there = saved.Layers[layer - 1], here = network.Layers[layer - 1];
            if (there.Function != here.Function || !LayerSources.Of(there, layer).AsSpan().SequenceEqual(LayerSources.Of(here, layer).AsSpan()))
            {
                throw Differs(saved, layer, FunctionOf(saved, layer), layer, FunctionOf(network, layer));
            }
        }

        if (saved.Loss != network.Loss)
        {
            throw new DataFormatException(
                file,
                $"{saved.Name}, which was saved, was trained for {saved.Loss}, but {network.Name} is for {network.Loss}: declare it as it was saved. {Relief}");
        }
    }

    /// <summary>A layer of the network that was saved and one of this network compute something else.</summary>
    private DataFormatException Differs(NetworkDescription saved, int there, string said, int here, string own) => new(
        file, $"{LayerTerm.Of(saved, there)}, which was saved, is {said}, but {LayerTerm.Of(network, here)} is {own}: declare it as it was saved. {Relief}");

    private static string Sizes(NetworkDescription network) =>
        string.Join(
            '-',
            network.Layers.Select(layer => layer.OutputSize).Prepend(network.InputSize).Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a layer computes, and of what where that is not the layer before.</summary>
    private static string FunctionOf(NetworkDescription network, int number)
    {
        LayerDescription layer = network.Layers[number - 1];
        ImmutableArray<int> sources = LayerSources.Of(layer, number);
        return sources is [int only] && only == number - 1
            ? layer.Function
            : $"{layer.Function} of {string.Join(" and ", sources.Select(source => LayerTerm.Within(network.Layers, source)))}";
    }

    private static string FormatShape(NpyHeader header) =>
        header.Shape.Length == 1 ? Counted(header.Shape[0], "value") : NdArray.FormatShape(header.Shape.AsSpan());

    private static string Listed(string[] names) => $"{string.Join(", ", names)} {(names.Length == 1 ? "is" : "are")}";
}
