using System.Reflection;

namespace NetGen.Generator.Tests.Projects;

/// <summary>What emission leaves on the user's class: its own members are marked as generated and no others, and the class is documented once.</summary>
public class MarkTests
{
    [Fact]
    public void Only_the_emitted_members_are_marked_as_generated()
    {
        var assembly = new Project("""
            /// <summary>One.</summary>
            [Layers(2, 3, 3)]
            public sealed partial class Net
            {
                [Weights(1)] private static readonly float[] Trained = { 1, 2, 3, 4, 5, 6 };
                [System.Obsolete, Bias(1)] private static readonly float[] Old = { 1, 2, 3 };
                public int Mine() => 1;
            }
            """).Load();
        var type = assembly.GetType("Net")!;
        Assert.Empty(type.GetCustomAttributes<System.CodeDom.Compiler.GeneratedCodeAttribute>());
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        string[] unmarked =
        [
            .. type.GetMembers(All)
                .Where(static member => member is not MethodInfo { IsSpecialName: true } and not ConstructorInfo)
                .Where(static member => member.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null)
                .Select(static member => member.Name)
                .Where(static name => !name.Contains(".get_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["Mine", "Old", "Trained"], unmarked);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("/// <summary>Mine.</summary>", 1, 1)]
    [InlineData("/** <summary>Mine.</summary> */", 1, 1)]
    [InlineData("/// <summary>Mine.</summary>\n/// <remarks>Mine.</remarks>", 1, 1)]
    [InlineData("/// <inheritdoc/>", 0, 0)]
    [InlineData("//// no documentation", 1, 1)]
    [InlineData("// no documentation", 1, 1)]
    public void A_class_has_one_summary_and_one_remark(string comment, int summaries, int remarks)
    {
        var output = new Project($"{comment}\n[Layers(2, 1)] public sealed partial class Net;", "partial class Net { }").Generate();
        string documentation = output.GetTypeByMetadataName("Net")!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Equal((summaries, remarks), (documentation.Split("<summary>").Length - 1, documentation.Split("<remarks>").Length - 1));
    }
}
