using System.Text.RegularExpressions;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using NetGen.Generator.Parsing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NetGen.Generator.Tests.Architecture;

/// <summary>The arrows between the rooms of the generator, which are its namespaces: docs/architecture.md draws them.</summary>
public sealed class GeneratorArchitectureTests
{
    private const string Root = @"NetGen\.Generator";

    /// <summary>The rooms that each room may know. NetworkGenerator, which lies in no room, knows all of them, and none knows it.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Diagnostics"] = [],
        ["Model"] = [],
        ["Activations"] = ["Model", "Text"],
        ["Losses"] = ["Activations", "Text"],
        ["Memory"] = ["Model", "Text"],
        ["Products"] = ["Activations", "Model", "Text"],
        ["Layers"] = ["Activations", "Memory", "Model", "Products", "Text"],
        ["Step"] = ["Activations", "Layers", "Losses", "Memory", "Model", "Products", "Text"],
        ["Surface"] = ["Model", "Step", "Text"],
        ["Emission"] = ["Layers", "Memory", "Model", "Products", "Step", "Surface", "Text"],
        ["Parsing"] = ["Layers", "Model", "Surface"],
        ["Analyzers"] = ["Diagnostics", "Model", "Parsing", "Surface"],
    };

    private static readonly ArchUnitNET.Domain.Architecture Generator = new ArchLoader().LoadAssembly(typeof(NetworkGenerator).Assembly).Build();

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    public static TheoryData<string, string> Used => [.. Arrows.SelectMany(static room => room.Value.Select(known => (room.Key, known)))];

    [Fact]
    public void Every_room_has_its_arrows() =>
        Assert.Equal(
            Arrows.Keys.Order(StringComparer.Ordinal),
            Generator.Types
                .Select(static type => Regex.Match(type.Namespace.FullName, $@"^{Root}\.(\w+)").Groups[1].Value)
                .Where(static room => room.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_others_than_its_arrows_say(string room) =>
        Types().That().ResideInNamespaceMatching(In(room))
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching($@"^{Root}(?!\.({string.Join('|', Arrows[room].Prepend(room))})(\.|$))(\.|$)")
            .Check(Generator);

    [Theory]
    [MemberData(nameof(Used))]
    public void There_is_no_arrow_that_nothing_uses(string room, string known)
    {
        IArchRule apart = Types().That().ResideInNamespaceMatching(In(room)).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(In(known));
        Assert.False(apart.HasNoViolations(Generator));
    }

    [Fact]
    public void No_namespace_lies_on_a_circle() => SliceRuleDefinition.Slices().Matching("NetGen.Generator.(**)").Should().BeFreeOfCycles().Check(Generator);

    [Fact]
    public void Emitted_files_are_known_by_the_name_of_the_generator() => Assert.Equal(EmittedFiles.GeneratorName, typeof(NetworkGenerator).FullName);

    private static string In(string room) => $@"^{Root}\.{room}(\.|$)";
}
