namespace NetGen.Generator.Model;

/// <summary>
/// Where the network class is declared. <paramref name="Containers"/> are the declarations of the classes around it, outermost first, each as it must be repeated
/// ("partial class Outer"); <paramref name="Accessibility"/> is the keyword of the class itself, such as "public" or "private protected".
/// </summary>
internal sealed record TypeSpec(string Namespace, EquatableArray<string> Containers, string Name, string Accessibility);
