using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>
/// Where the network class is declared. <paramref name="Containers"/> are the declarations of the types around it, outermost first, each as it must be repeated
/// ("partial class Outer"); <paramref name="Accessibility"/> is the keyword of the class itself, such as "public" or "private protected". Names are written as code
/// must write them, with an @ before a keyword.
/// </summary>
internal sealed record TypeSpec(string Namespace, EquatableArray<string> Containers, string Name, string Accessibility)
{
    /// <summary>The name as messages write it, without an @.</summary>
    public string DisplayName => Name.TrimStart('@');

    /// <summary>
    /// The start of the hint names of the emitted files, "Space.Outer+Net": no two classes of a compilation share it, though two may differ only by case
    /// (<see cref="NetworkGenerator"/> tells those apart).
    /// </summary>
    public string HintName
    {
        get
        {
            var containers = Containers.Select(declaration => declaration.Substring(declaration.LastIndexOf(' ') + 1));
            string name = string.Join("+", containers.Concat([Name]));
            return Identifiers.ToHintName((Namespace.Length == 0 ? name : $"{Namespace}.{name}").Replace("@", string.Empty));
        }
    }
}
