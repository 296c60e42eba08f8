using System.ComponentModel;
using System.Reflection;
using System.Xml.Linq;

namespace NetGen.Runtime.Tests;

/// <summary>What takes references to the elements of arrays cannot check how many there are: it is hidden, and its documentation says so.</summary>
public class UncheckedMemberTests
{
    public static TheoryData<string> TypesThatTakeElements =>
    [
        .. typeof(Trainer).Assembly.GetExportedTypes()
            .Where(static type => type.GetMethods().Any(static method => TakesElements(method) && !IsHidden(method)))
            .Select(static type => type.FullName!),
    ];

    [Theory, MemberData(nameof(TypesThatTakeElements))]
    public void A_type_that_takes_references_to_elements_is_hidden_and_says_that_it_checks_nothing(string name)
    {
        Type type = typeof(Trainer).Assembly.GetType(name)!;
        Assert.True(IsHidden(type) || (type.DeclaringType is { } outer && IsHidden(outer)));
        if (type.DeclaringType is null)
        {
            Assert.Contains("Nothing is checked", Documentation(type));
        }
    }

    [Fact]
    public void There_are_such_types() => Assert.Contains("NetGen.CompilerServices.Rows", TypesThatTakeElements.Select(static row => row.Data));

    [Fact]
    public void Whatever_only_emitted_code_is_to_call_is_hidden_from_completion() => Assert.All(
        typeof(Trainer).Assembly.GetExportedTypes().Where(static type => type.Namespace == "NetGen.CompilerServices"),
        static type => Assert.True(IsHidden(type) || (type.DeclaringType is { } outer && IsHidden(outer)), type.FullName));

    private static bool TakesElements(MethodInfo method) => method.GetParameters().Any(
        static parameter => parameter is { ParameterType.IsByRef: true, IsOut: false }
            && parameter.ParameterType.GetElementType() is { } element
            && (element == typeof(float) || element == typeof(double) || (element.IsGenericParameter && element.Name == "T")));

    private static bool IsHidden(MemberInfo member) => member.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;

    private static string Documentation(Type type)
    {
        XDocument file = XDocument.Load(Path.ChangeExtension(typeof(Trainer).Assembly.Location, ".xml"));
        return file.Descendants("member").Single(member => (string?)member.Attribute("name") == $"T:{type.FullName}").Value;
    }
}
