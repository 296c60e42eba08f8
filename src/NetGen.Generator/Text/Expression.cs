namespace NetGen.Generator.Text;

/// <summary>How tightly the parts of an expression hold together.</summary>
internal enum Precedence
{
    /// <summary>A name, a literal, a call.</summary>
    Primary,

    /// <summary>A product or a quotient.</summary>
    Product,

    /// <summary>A sum or a difference.</summary>
    Sum,
}

/// <summary>A C# expression that knows whether it needs parentheses.</summary>
internal readonly record struct Expression(string Text, Precedence Precedence)
{
    /// <summary>As something that a member can be called on: in parentheses if, and only if, it is more than a name or a call.</summary>
    public string Receiver => Precedence == Precedence.Primary ? Text : $"({Text})";

    /// <summary>A name, a literal or a call.</summary>
    public static Expression Primary(string text) => new(text, Precedence.Primary);

    /// <summary>A product or a quotient.</summary>
    public static Expression Product(string text) => new(text, Precedence.Product);

    /// <summary>A sum or a difference.</summary>
    public static Expression Sum(string text) => new(text, Precedence.Sum);

    /// <summary>The text, without parentheses around it.</summary>
    public override string ToString() => Text;
}
