using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>
/// Where the network class is declared. <paramref name="Containers"/> are the declarations of the types around it, outermost first, each as it must be repeated
/// ("partial class Outer"); <paramref name="Accessibility"/> is the keyword of the class itself, such as "public" or "private protected". Names are written as
/// code must write them, with an @ before a keyword. <paramref name="Documentation"/> is what the user's own documentation leaves to the emitted one.
/// </summary>
internal sealed record TypeSpec(string Namespace, EquatableArray<string> Containers, string Name, string Accessibility, TypeDocumentation Documentation)
{
    /// <summary>
    /// The longest start of a hint name in bytes: file systems take names of 255, with what each file adds, and paths of 260 characters are the limit of some
    /// tools.
    /// </summary>
    private const int MaximumHintName = 120;

    /// <summary>The longest namespace of emitted code in bytes: metadata takes names of 1023.</summary>
    private const int MaximumKernelNamespace = 600;

    /// <summary>The name as messages write it, without an @.</summary>
    public string DisplayName => Name.TrimStart('@');

    /// <summary>
    /// The name that means this class wherever it is written: a simple name may be taken by a type parameter or by a type nested in a base class.
    /// </summary>
    public string FullName => $"global::{DottedName}";

    /// <summary>
    /// The namespace of what is emitted beside the class: its own, so that no name of the user's can be taken for one of its, and no two networks share one,
    /// because <see cref="Identifiers.Join"/> maps different names to different ones, and the name of a namespace is never the name of a type as well.
    /// </summary>
    public string KernelNamespace =>
        "NetGen.Emitted.Of_" + Identifiers.Bound(Identifiers.Join(DottedName.Replace("@", string.Empty)), MaximumKernelNamespace, "_1");

    /// <summary>
    /// The start of the hint names of the emitted files, "Space.Outer+Net": no two classes of a compilation share it, though two may differ only by case
    /// (<see cref="NetworkGenerator"/> tells those apart).
    /// </summary>
    public string HintName
    {
        get
        {
            string name = string.Join("+", ContainerNames.Concat([Name]));
            string dotted = Namespace.Length == 0 ? name : $"{Namespace}.{name}";
            return Identifiers.Bound(Identifiers.ToHintName(dotted.Replace("@", string.Empty)), MaximumHintName, "-");
        }
    }

    private IEnumerable<string> ContainerNames => Containers.Select(static declaration => declaration.Substring(declaration.LastIndexOf(' ') + 1));

    private string DottedName => string.Join(".", new[] { Namespace }.Where(static space => space.Length > 0).Concat(ContainerNames).Concat([Name]));
}

/// <summary>What the documentation of a class still lacks.</summary>
internal enum TypeDocumentation
{
    /// <summary>Everything: the user says nothing.</summary>
    Everything,

    /// <summary>The remarks: the user says something, which a second summary would contradict.</summary>
    Remarks,

    /// <summary>Nothing: the user's own holds remarks, too.</summary>
    Nothing,
}
