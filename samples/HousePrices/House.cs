namespace HousePrices;

/// <summary>A house.</summary>
/// <param name="Size">Its floor, in square metres.</param>
/// <param name="Bedrooms">The number of bedrooms.</param>
/// <param name="Price">Its price, in thousands.</param>
internal readonly record struct House(float Size, int Bedrooms, float Price);
