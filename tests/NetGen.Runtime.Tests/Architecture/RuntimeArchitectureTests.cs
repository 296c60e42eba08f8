using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NetGen.Runtime.Tests.Architecture;

/// <summary>The arrows between the rooms of the runtime, which are its folders: docs/architecture.md draws them.</summary>
public sealed class RuntimeArchitectureTests
{
    /// <summary>The rooms that each room may know.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Declaration"] = [],
        ["Threading"] = [],
        ["Checks"] = ["Declaration", "Text"],
        ["Numerics"] = ["Checks", "Declaration", "Text"],
        ["Data"] = ["Checks", "Numerics", "Text"],
        ["Networks"] = ["Checks", "Data", "Declaration", "Numerics", "Text", "Threading"],
        ["Optimizers"] = ["Checks", "Networks", "Numerics", "Text"],
        ["Training"] = ["Checks", "Data", "Evaluation", "Networks", "Numerics", "Optimizers", "Text", "Threading"],
        ["Search"] = ["Checks", "Data", "Evaluation", "Networks", "Numerics", "Optimizers", "Text", "Training"],
        ["Evaluation"] = ["Checks", "Data", "Declaration", "Networks", "Numerics", "Text"],
        ["CompilerServices"] = ["Checks", "Networks", "Numerics", "Text", "Threading"],
    };

    private static readonly System.Reflection.Assembly Assembly = typeof(Activation).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Runtime = new ArchLoader().LoadAssembly(Assembly).Build();

    private static readonly SourceRooms Sources = SourceRooms.Of(Assembly);

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    public static TheoryData<string, string> Used => [.. Arrows.SelectMany(static room => room.Value.Select(known => (room.Key, known)))];

    [Fact]
    public void Every_room_has_its_arrows() => Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Sources.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_type_lies_in_one_room() => Assert.Empty(Sources.Torn);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_others_than_its_arrows_say(string room) =>
        Types().That().FollowCustomPredicate(type => RoomOf(type) == room, $"lie in {room}")
            .Should().NotDependOnAny(Types().That().FollowCustomPredicate(type => IsClosed(RoomOf(type), room), $"lie in rooms that {room} does not know"))
            .Check(Runtime);

    [Theory]
    [MemberData(nameof(Used))]
    public void There_is_no_arrow_that_nothing_uses(string room, string known)
    {
        IArchRule apart = Types().That().FollowCustomPredicate(type => RoomOf(type) == room, $"lie in {room}")
            .Should().NotDependOnAny(Types().That().FollowCustomPredicate(type => RoomOf(type) == known, $"lie in {known}"));
        Assert.False(apart.HasNoViolations(Runtime));
    }

    [Fact]
    public void No_room_lies_on_a_circle()
    {
        var rule = new SliceRuleCreator();
        rule.SetSliceAssignment(new SliceAssignment(
            static type => RoomOf(type) is { } room ? SliceIdentifier.Of(room) : SliceIdentifier.Ignore(), "the folders of the sources"));
        new GivenSlices(rule).Should().BeFreeOfCycles().Check(Runtime);
    }

    private static bool IsClosed(string? other, string room) => other is not null && other != room && !Arrows[room].Contains(other);

    private static string? RoomOf(IType type) => type.IsGenericParameter ? null : Sources.Of(type.FullName);
}
