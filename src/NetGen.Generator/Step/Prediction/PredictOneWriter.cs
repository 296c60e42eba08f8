using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Prediction;

/// <summary>
/// Writes the prediction of one example. Its layers wait for one another, so what counts is latency. The code of a layer stands in place, unless so many layers
/// have the same that it is a method.
/// </summary>
internal sealed class PredictOneWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly ResultsPlan results = context.Plan.Results;

    private int LayerCount => context.Network.Layers.Count;

    /// <summary>Writes PredictOne, and the methods of layers.</summary>
    public void Write()
    {
        using (context.Kernel(
            "The outputs of one example. Lanes are units, or inputs where units are few.",
            $"void PredictOne({context.Refs("x", "output", "parameters", "packed")})",
            "public"))
        {
            WriteMemory();
            WriteLayers();
            string output = $"a{LayerCount}";
            if (context.Network.OutputLayer().Function.Kind == Activation.Softmax)
            {
                new SoftmaxWriter(context, context.Network.OutputSize(), output).Write();
            }

            int outputs = context.Network.OutputSize();
            writer.Line($"MemoryMarshal.CreateSpan(ref {output}, {outputs}).CopyTo(MemoryMarshal.CreateSpan(ref output, {outputs}));");
            if (!results.IsOnStack)
            {
                writer.Line($"Scratch<{context.Element}>.Return(memory);");
            }
        }

        foreach (LayerWriter layer in context.Writers)
        {
            layer.WritePredict();
        }
    }

    /// <summary>The layers, those with a method of their own as calls, which may be loops.</summary>
    private void WriteLayers()
    {
        List<IReadOnlyList<KernelCall>> calls = [];
        for (int layer = 1; layer <= LayerCount; layer++)
        {
            LayerWriter layerWriter = context.Writers[layer - 1];
            if (layerWriter.ResultLayer == 0)
            {
                continue;
            }

            if (layerWriter.PredictCall() is { } call)
            {
                calls.Add([call]);
                continue;
            }

            context.Calls.Write(calls);
            calls.Clear();
            IReadOnlyList<string> inputs = [.. context.Network.Layers[layer - 1].Sources.Select(Input)];
            layerWriter.WritePredictInline(inputs, $"a{layerWriter.ResultLayer}", context.Calls);
        }

        context.Calls.Write(calls);
    }

    /// <summary>The ref of the results of a layer; of 0 x, or its copy.</summary>
    private string Input(int layer) => layer > 0 ? $"a{layer}" : results.CopiesInput ? "a0" : "x";

    private void WriteMemory()
    {
        string element = context.Element;
        if (results.IsOnStack)
        {
            writer.Line($"{KernelAliases.Span(element)} results = stackalloc {element}[{results.Length + results.Alignment}];");
            writer.Line($"ref {element} a1 = ref CacheLine.Align(ref MemoryMarshal.GetReference(results));");
        }
        else
        {
            writer.Line($"{element}[] memory = Scratch<{element}>.Rent({results.Length}, \"{context.Network.Type.DisplayName}\", 1);");
            writer.Line($"ref {element} a1 = ref Scratch<{element}>.First(memory);");
        }

        if (results.CopiesInput)
        {
            int inputs = context.Network.InputSize();
            writer.Line($"ref {element} a0 = ref Unsafe.Add(ref a1, {results.Input});");
            writer.Line($"MemoryMarshal.CreateSpan(ref x, {inputs}).CopyTo(MemoryMarshal.CreateSpan(ref a0, {inputs}));");
        }

        HashSet<int> named = Named();
        foreach (int layer in Enumerable.Range(2, LayerCount - 1).Where(named.Contains))
        {
            writer.Line($"ref {element} a{layer} = {context.Calls.Of(context.Places.Result(layer))};");
        }
    }

    /// <summary>The layers whose results are known by a name: those that code in place reads or writes, and the outputs.</summary>
    private HashSet<int> Named()
    {
        HashSet<int> named = [LayerCount];
        for (int index = 0; index < LayerCount; index++)
        {
            LayerWriter layer = context.Writers[index];
            if (layer.ResultLayer > 0 && layer.PredictCall() is null)
            {
                named.Add(layer.ResultLayer);
                named.UnionWith(context.Network.Layers[index].Sources);
            }
        }

        return named;
    }
}
